package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.StatedTime;
import dev.dateline.ingest.article.WebAddress;
import dev.dateline.ingest.text.StatedTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads our own JSON object of an article: {@code {"id", "text", "title"?, "published"?, "url"?,
 * …}}.
 *
 * <p>Names that other tools use for the same thing are understood too; the first that is there
 * counts. Thread-safe.
 */
public final class JsonArticle {

  /** The fields it may have. */
  public enum Field {
    /** What its sender calls it. */
    ID("The sender's own id of the article; tells articles without a URL apart.", "id"),
    /** The body. */
    TEXT("The body: plain text, paragraphs apart by an empty line.", "text"),
    /** Its address. */
    URL("The address readers can open, http or https; the article's identity.", "url"),
    /** Its headline. */
    TITLE("The headline.", "title", "headline"),
    /** Its outlet. */
    SOURCE(
        "The outlet, a string or {\"name\": …}; the host of the URL where it is left out.",
        "source",
        "outlet",
        "publisher"),
    /** Its authors. */
    AUTHORS(
        "By-line names: a string, {\"name\": …}, or an array of those.",
        "authors",
        "author",
        "byline"),
    /** Its section. */
    SECTION("The outlet's section or desk.", "section"),
    /** Its language. */
    LANGUAGE("The language, BCP 47.", "language", "lang"),
    /** When it was published. */
    PUBLISHED(
        "When it was published: ISO 8601, a day alone, or seconds or milliseconds since 1970.",
        "published",
        "date",
        "published_at",
        "publication_date",
        "datePublished"),
    /** When it was last changed. */
    MODIFIED(
        "When it was last changed, written like \"published\".",
        "modified",
        "updated",
        "dateModified");

    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Field(String meaning, String... names) {
      this.meaning = meaning;
      this.names = List.of(names);
    }

    /** Returns what it means, one sentence for people. */
    public String meaning() {
      return meaning;
    }

    /** Returns how it may be called, its own name first. */
    public List<String> names() {
      return names;
    }
  }

  /** Is told of each field that cannot be used; the field is left out of the draft. */
  @FunctionalInterface
  public interface Faults {
    /**
     * Tells of one.
     *
     * @param field its name
     * @param message what is wrong with it, to be read after the name
     */
    void wrong(String field, String message);
  }

  private final JsonNode object;
  private final Faults faults;

  private JsonArticle(JsonNode object, Faults faults) {
    this.object = object;
    this.faults = faults;
  }

  /** Fills the draft with what can be used of the object, the text exactly as given. */
  public static void fill(JsonNode object, ArticleDraft.Builder draft, Faults faults) {
    new JsonArticle(object, faults).fill(draft);
  }

  /** Returns the id that the object gives itself; null when it gives none. */
  public static @Nullable String id(JsonNode object) {
    JsonNode id = object.get("id");
    return id != null && (id.isTextual() || id.isNumber()) && !id.asText().isBlank()
        ? id.asText()
        : null;
  }

  /** Returns what a value is, for people: string, number, array. */
  public static String kind(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private void fill(ArticleDraft.Builder draft) {
    String text = string("text", first(Field.TEXT));
    draft
        .text(text == null ? "" : text)
        .url(address(string("url", first(Field.URL))))
        .title(string("title", first(Field.TITLE)))
        .source(nameOf("source", first(Field.SOURCE)))
        .declaredLanguage(string("language", first(Field.LANGUAGE)))
        .section(string("section", first(Field.SECTION)))
        .authors(names(first(Field.AUTHORS)))
        .published(time("published", first(Field.PUBLISHED)))
        .modified(time("modified", first(Field.MODIFIED)));
  }

  private @Nullable JsonNode first(Field field) {
    for (String name : field.names()) {
      JsonNode value = object.get(name);
      if (value != null && !value.isNull()) {
        return value;
      }
    }
    return null;
  }

  private @Nullable String string(String what, @Nullable JsonNode value) {
    if (value == null || value.isTextual()) {
      return value == null ? null : value.textValue();
    }
    faults.wrong(what, "is a " + kind(value) + " where a string is expected");
    return null;
  }

  private @Nullable String address(@Nullable String given) {
    if (given == null || given.isBlank() || WebAddress.canonical(given).isPresent()) {
      return given;
    }
    faults.wrong("url", "\"" + OneLine.quoted(given) + "\" is not an http or https URL");
    return null;
  }

  private @Nullable String nameOf(String what, @Nullable JsonNode value) {
    return value != null && value.isObject()
        ? string(what, value.get("name"))
        : string(what, value);
  }

  private List<String> names(@Nullable JsonNode value) {
    List<String> names = new ArrayList<>();
    if (value != null && value.isArray()) {
      for (JsonNode element : value) {
        names.addAll(names(element));
      }
      return names;
    }
    String name = nameOf("author", value);
    return name == null ? names : List.of(name);
  }

  private @Nullable StatedTime time(String what, @Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    if (value.isNumber()) {
      return StatedTimes.ofEpoch(value.doubleValue());
    }
    String written = string(what, value);
    if (written == null || written.isBlank()) {
      return null;
    }
    Optional<StatedTime> time = StatedTimes.parse(written);
    if (time.isEmpty()) {
      faults.wrong(what, "\"" + OneLine.quoted(written) + "\" is no date that can be read");
    }
    return time.orElse(null);
  }
}

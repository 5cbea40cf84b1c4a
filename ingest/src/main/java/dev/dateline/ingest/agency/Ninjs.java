package dev.dateline.ingest.agency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.page.BlockText;
import dev.dateline.ingest.text.StatedTimes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads ninjs, News in JSON (IPTC, https://iptc.org/std/ninjs/), versions 1 and 2: one article an
 * object. Thread-safe.
 */
public final class Ninjs {

  private static final Set<String> TRAITS =
      Set.of(
          "versioncreated",
          "firstcreated",
          "contentcreated",
          "body_text",
          "body_html",
          "body_xhtml",
          "bodies",
          "headlines",
          "headline",
          "pubstatus",
          "usageterms",
          "description_text");

  private Ninjs() {}

  /** Tells whether the object is one: it has a uri, and parts that only ninjs calls so. */
  public static boolean isNinjs(JsonNode object) {
    return object.isObject()
        && object.path("uri").isTextual()
        && TRAITS.stream().filter(object::has).count() >= (object.has("text") ? 2 : 1);
  }

  /** Returns the item's own id. */
  public static Optional<String> id(JsonNode item) {
    return Optional.ofNullable(text(item, "uri"));
  }

  /** Fills the draft. */
  public static void parse(JsonNode item, ArticleDraft.Builder draft) {
    String status = text(item, "pubstatus");
    if (status != null && !status.equals("usable")) {
      draft.warn("its status is \"" + status + "\", not usable");
    }
    String type = text(item, "type");
    if (type != null && !type.equals("text") && !type.equals("composite")) {
      draft.warn("it is of type \"" + type + "\", not text");
    }
    String canonical = text(item, "canonicalurl");
    draft
        .url(
            canonical != null
                ? canonical
                : id(item).filter(uri -> uri.matches("(?i)https?://.*")).orElse(null))
        .title(
            first(
                text(item, "headline"),
                role(item, "headlines", "main"),
                text(item, "title"),
                text(item, "name")))
        .authors(authors(item))
        .source(
            first(
                named(item, "infosources"),
                named(item, "organisations"),
                text(item, "copyrightholder")))
        .section(first(text(item, "genre"), named(item, "subject"), named(item, "subjects")))
        .declaredLanguage(text(item, "language"))
        .published(
            StatedTimes.parseOrWarn(
                "published",
                first(
                    text(item, "firstcreated"),
                    text(item, "contentcreated"),
                    text(item, "versioncreated")),
                draft))
        .modified(StatedTimes.parseOrWarn("modified", text(item, "versioncreated"), draft))
        .text(body(item));
  }

  private static String body(JsonNode item) {
    String plain = text(item, "body_text");
    if (plain != null) {
      return BlockText.ofPlain(plain);
    }
    String markup = first(text(item, "body_xhtml"), text(item, "body_html"));
    if (markup != null) {
      return BlockText.ofHtml(markup);
    }
    String best = "";
    for (JsonNode body : item.path("bodies")) {
      String value = first(text(body, "value"), text(body, "content"));
      if (value != null) {
        String type = String.valueOf(text(body, "contenttype")).toLowerCase(Locale.ROOT);
        String read = type.contains("html") ? BlockText.ofHtml(value) : BlockText.ofPlain(value);
        best = read.length() > best.length() ? read : best;
      }
    }
    if (!best.isEmpty()) {
      return best;
    }
    String description = first(text(item, "description_text"), role(item, "descriptions", "main"));
    return description == null ? "" : BlockText.ofPlain(description);
  }

  private static List<String> authors(JsonNode item) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode person : item.path("authors")) {
      names.add(person.path("name").asText());
    }
    names.remove("");
    String by = first(text(item, "byline"), text(item, "by"));
    if (names.isEmpty() && by != null) {
      names.addAll(List.of(by.replaceFirst("(?i)^by\\s+", "").split("\\s*(?:,| and | & )\\s*")));
    }
    names.remove("");
    return new ArrayList<>(names);
  }

  /** Returns the name of the first of several things. */
  private static @Nullable String named(JsonNode item, String field) {
    return text(item.path(field).path(0), "name");
  }

  private static @Nullable String role(JsonNode item, String field, String role) {
    String first = null;
    for (JsonNode one : item.path(field)) {
      String value = text(one, "value");
      if (value != null && role.equals(text(one, "role"))) {
        return value;
      }
      first = first == null ? value : first;
    }
    return first;
  }

  private static @Nullable String first(@Nullable String... values) {
    return XmlParts.firstOf(values);
  }

  private static @Nullable String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }
}

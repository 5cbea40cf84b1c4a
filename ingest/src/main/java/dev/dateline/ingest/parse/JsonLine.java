package dev.dateline.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.article.StatedTime;
import dev.dateline.ingest.text.StatedTimes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of JSON Lines: {@code {"id", "text", "title"?, "published"?, "url"?, …}}.
 *
 * <p>Only {@code text} must be there, and it is taken exactly as given. A field of another kind
 * than expected is left out with a warning. Names that other tools use for the same thing are
 * understood too; the first that is there counts. Thread-safe.
 */
final class JsonLine {

  private static final List<String> TITLE = List.of("title", "headline");
  private static final List<String> PUBLISHED =
      List.of("published", "date", "published_at", "publication_date", "datePublished");
  private static final List<String> MODIFIED = List.of("modified", "updated", "dateModified");
  private static final List<String> SOURCE = List.of("source", "outlet", "publisher");
  private static final List<String> LANGUAGE = List.of("language", "lang");
  private static final List<String> AUTHORS = List.of("authors", "author", "byline");

  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LineReader.MAX_LINE_BYTES).build());
  }

  private final SourcePosition position;
  private final JsonNode object;
  private final ArticleDraft.Builder draft;

  private JsonLine(SourcePosition position, JsonNode object, ArticleDraft.Builder draft) {
    this.position = position;
    this.object = object;
    this.draft = draft;
  }

  /**
   * Returns the draft of the line.
   *
   * @param addressName the name of the file as it stands in addresses
   */
  static ArticleDraft parse(byte[] line, SourcePosition position, String addressName)
      throws ArticleRejectedException {
    JsonNode object = readObject(line, position);
    String id = id(object);
    String place = id == null ? Integer.toString(position.line()) : id;
    ArticleDraft.Builder draft =
        ArticleDraft.builder(
            position, id == null ? place : id, "file:" + addressName + "#" + place);
    return new JsonLine(position, object, draft).fill();
  }

  private static JsonNode readObject(byte[] line, SourcePosition position)
      throws ArticleRejectedException {
    String characters;
    try {
      characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw rejected(position, null, RejectionCode.INVALID_JSON, "not JSON: it is not UTF-8");
    }
    JsonNode node;
    try {
      node = JSON.readTree(characters);
    } catch (JsonProcessingException e) {
      throw rejected(
          position,
          null,
          RejectionCode.INVALID_JSON,
          "not JSON: " + OneLine.quoted(e.getOriginalMessage()));
    }
    if (!node.isObject()) {
      throw rejected(
          position,
          null,
          RejectionCode.INVALID_JSON,
          "a JSON " + kind(node) + " where an object is expected");
    }
    return node;
  }

  private ArticleDraft fill() throws ArticleRejectedException {
    JsonNode text = object.get("text");
    if (text == null || !text.isTextual()) {
      throw rejected(
          position,
          id(object),
          RejectionCode.MISSING_TEXT,
          text == null
              ? "the object has no \"text\""
              : "\"text\" is a " + kind(text) + " where a string is expected");
    }
    return draft
        .text(text.textValue())
        .url(string("url", first(List.of("url"))))
        .title(string("title", first(TITLE)))
        .source(nameOf("source", first(SOURCE)))
        .declaredLanguage(string("language", first(LANGUAGE)))
        .section(string("section", first(List.of("section"))))
        .authors(names(first(AUTHORS)))
        .published(time("published", first(PUBLISHED)))
        .modified(time("modified", first(MODIFIED)))
        .build();
  }

  private @Nullable JsonNode first(List<String> names) {
    for (String name : names) {
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
    draft.warn(what + " is a " + kind(value) + " where a string is expected: left out");
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
    return StatedTimes.parseOrWarn(what, string(what, value), draft);
  }

  private static @Nullable String id(JsonNode object) {
    JsonNode id = object.get("id");
    return id != null && (id.isTextual() || id.isNumber()) && !id.asText().isBlank()
        ? id.asText()
        : null;
  }

  private static String kind(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static ArticleRejectedException rejected(
      SourcePosition position, @Nullable String id, RejectionCode code, String message) {
    return new ArticleRejectedException(new Rejection(position, id, code, message));
  }
}

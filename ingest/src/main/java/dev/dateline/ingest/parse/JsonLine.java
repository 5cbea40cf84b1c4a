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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of JSON Lines: {@code {"id", "text", "title"?, "published"?, "url"?, …}}.
 *
 * <p>Only {@code text} must be there, and it is taken exactly as given. A field of another kind
 * than expected is left out with a warning. Thread-safe.
 */
final class JsonLine {

  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LineReader.MAX_LINE_BYTES).build());
  }

  private JsonLine() {}

  /**
   * Returns the draft of the line.
   *
   * @param addressName the name of the file as it stands in addresses
   */
  static ArticleDraft parse(byte[] line, SourcePosition position, String addressName)
      throws ArticleRejectedException {
    JsonNode object = readObject(line, position);
    String id = JsonArticle.id(object);
    String place = id == null ? Integer.toString(position.line()) : id;
    requireText(object, position);
    ArticleDraft.Builder draft =
        ArticleDraft.builder(
            position, id == null ? place : id, "file:" + addressName + "#" + place);
    JsonArticle.fill(
        object, draft, (field, message) -> draft.warn(field + " " + message + ": left out"));
    return draft.build();
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
          "a JSON " + JsonArticle.kind(node) + " where an object is expected");
    }
    return node;
  }

  private static void requireText(JsonNode object, SourcePosition position)
      throws ArticleRejectedException {
    JsonNode text = object.get("text");
    if (text == null || !text.isTextual()) {
      throw rejected(
          position,
          JsonArticle.id(object),
          RejectionCode.MISSING_TEXT,
          text == null
              ? "the object has no \"text\""
              : "\"text\" is a " + JsonArticle.kind(text) + " where a string is expected");
    }
  }

  private static ArticleRejectedException rejected(
      SourcePosition position, @Nullable String id, RejectionCode code, String message) {
    return new ArticleRejectedException(new Rejection(position, id, code, message));
  }
}

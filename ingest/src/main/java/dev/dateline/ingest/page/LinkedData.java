package dev.dateline.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds the schema.org description of the article in a page's JSON-LD. Thread-safe. */
final class LinkedData {

  private static final Pattern ARTICLE =
      Pattern.compile("(\\w*Article|BlogPosting|LiveBlogPosting|Report|Reportage\\w*)");

  private static final int DEPTH = 4;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private LinkedData() {}

  /** Returns the first object that describes an article; empty when there is none. */
  static Optional<JsonNode> article(PageQuery page) {
    for (Element script : page.all("script", "script[type=application/ld+json]")) {
      Optional<JsonNode> article = find(read(script.data()), DEPTH);
      if (article.isPresent()) {
        return article;
      }
    }
    return Optional.empty();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // Publishers' JSON-LD is often broken; the meta elements say the same.
      return MissingNode.getInstance();
    }
  }

  private static Optional<JsonNode> find(JsonNode node, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    if (node.isObject() && isArticle(node.path("@type"))) {
      return Optional.of(node);
    }
    for (JsonNode child : node) {
      Optional<JsonNode> found = find(child, depth - 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode element : type) {
        if (isArticle(element)) {
          return true;
        }
      }
      return false;
    }
    return type.isTextual() && ARTICLE.matcher(type.textValue()).matches();
  }
}

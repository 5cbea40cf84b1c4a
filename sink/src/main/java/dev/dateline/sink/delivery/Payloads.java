package dev.dateline.sink.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.schemas.PlainJson;
import dev.dateline.schemas.avro.WebhookFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What is posted to a webhook. Thread-safe. */
final class Payloads {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Discord takes 2,000 characters. */
  private static final int MOST_CHARACTERS = 1_900;

  private Payloads() {}

  /**
   * Returns the body, in JSON.
   *
   * @param type what happened, "dateline.alert"
   * @param raised when
   * @param summary one line for people
   * @param url where the article can be read; null when nowhere
   * @param alert the whole record
   */
  static String of(
      WebhookFormat format,
      String type,
      Instant raised,
      String summary,
      @Nullable String url,
      SpecificRecord alert) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(body)) {
      json.writeStartObject();
      switch (format) {
        case STANDARD -> {
          json.writeStringField("type", type);
          json.writeStringField("timestamp", raised.toString());
          json.writeFieldName("data");
          PlainJson.write(json, alert);
        }
        case SLACK -> json.writeStringField("text", slack(summary, url));
        case MATTERMOST -> json.writeStringField("text", markdown(summary, url));
        case DISCORD -> {
          json.writeStringField("content", markdown(summary, url));
          // An article's text must not call anybody.
          json.writeObjectFieldStart("allowed_mentions");
          json.writeArrayFieldStart("parse");
          json.writeEndArray();
          json.writeEndObject();
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing JSON to memory", e);
    }
    return body.toString();
  }

  /** Slack's three control characters, and its form of a link. */
  private static String slack(String summary, @Nullable String url) {
    String text = escaped(cut(summary));
    return url == null ? text : text + "\n<" + escaped(url).replace("|", "%7C") + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Markdown's characters in an article's words stay what they are; so does an at sign. */
  private static String markdown(String summary, @Nullable String url) {
    String text =
        cut(summary).replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1").replace("@", "@\u200B");
    return url == null ? text : text + "\n" + url;
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + " …";
  }
}

package dev.dateline.enrich;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The plain JSON form of an annotated article: what {@code dateline annotate} prints.
 *
 * <p>One object on one line. Field names and their order are those of the Avro records; days are
 * ISO dates and instants ISO instants in UTC. Fields that are null are left out, but for those
 * every reader may rely on, which are written as null; a claim's tagged words are left out always.
 * Thread-safe.
 */
public final class AnnotationJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private static final Set<String> WRITTEN_WHEN_NULL =
      Set.of("entityId", "name", "country", "admin1", "from", "to", "claimant", "cue");

  /** What one service hands the next, and nobody reads. */
  private static final Set<String> LEFT_OUT = Set.of("words");

  private AnnotationJson() {}

  /** Returns the JSON of an article under its own id, with its text. */
  public static String of(EnrichedArticle enriched) {
    return of(enriched, enriched.getArticle().getId(), null, true);
  }

  /**
   * Returns the JSON of an article.
   *
   * @param id the id its reader knows it by
   * @param file the file it was read from; null to leave it out
   * @param withText whether the text is part of it, for readers that do not hold it themselves
   */
  public static String of(
      EnrichedArticle enriched, String id, @Nullable String file, boolean withText) {
    return write(
        json -> {
          json.writeStringField("id", id);
          writeField(json, "file", file);
          json.writeStringField("language", enriched.getLanguage());
          json.writeStringField("textSha256", enriched.getArticle().getTextSha256());
          if (withText) {
            writeField(json, "title", enriched.getArticle().getTitle());
            writeField(json, "published", enriched.getArticle().getPublished());
            json.writeStringField("text", enriched.getArticle().getText());
          }
          writeField(json, "outcome", enriched.getOutcome());
          writeField(json, "annotatedLength", enriched.getAnnotatedLength());
          writeField(json, "dateLine", enriched.getDateLine());
          writeField(json, "mentions", enriched.getMentions());
          writeField(json, "entities", enriched.getEntities());
          writeField(json, "places", enriched.getPlaces());
          writeField(json, "focus", enriched.getFocus());
          writeField(json, "times", enriched.getTimes());
          writeField(json, "claims", enriched.getClaims());
          writeField(json, "remarks", enriched.getRemarks());
        });
  }

  /**
   * Returns the JSON that stands for an input that could not be read.
   *
   * @param id the id it gives; null when it gives none
   * @param code what was wrong, one word in lower case with hyphens
   * @param message the same for people
   */
  public static String error(@Nullable String id, String code, String message) {
    return write(
        json -> {
          json.writeStringField("id", id);
          json.writeObjectFieldStart("error");
          json.writeStringField("code", code);
          json.writeStringField("message", message);
          json.writeEndObject();
        });
  }

  /** Writes the fields of the outermost object. */
  private interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static String write(Body body) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      body.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing JSON to memory", e);
    }
    return escapeLoneSurrogates(line.getBuffer());
  }

  /** Half a surrogate pair has no form in UTF-8, but one in JSON. */
  private static String escapeLoneSurrogates(StringBuffer line) {
    for (int i = line.length() - 1; i >= 0; i--) {
      if (!Character.isSurrogate(line.charAt(i))) {
        continue;
      }
      if (i > 0 && Character.isSurrogatePair(line.charAt(i - 1), line.charAt(i))) {
        i--;
      } else {
        line.replace(i, i + 1, String.format("\\u%04x", (int) line.charAt(i)));
      }
    }
    return line.toString();
  }

  private static void writeField(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (LEFT_OUT.contains(name) || (value == null && !WRITTEN_WHEN_NULL.contains(name))) {
      return;
    }
    json.writeFieldName(name);
    writeValue(json, value);
  }

  private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof IndexedRecord record) {
      json.writeStartObject();
      for (Schema.Field field : record.getSchema().getFields()) {
        writeField(json, field.name(), record.get(field.pos()));
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        writeValue(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }
}

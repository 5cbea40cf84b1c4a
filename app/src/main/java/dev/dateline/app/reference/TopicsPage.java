package dev.dateline.app.reference;

import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Writes {@code docs/reference/topics.md}: the topic catalogue and every record field. */
public final class TopicsPage {

  private TopicsPage() {}

  /** Returns the page in Markdown; the same for the same catalogue. */
  public static String render() {
    StringBuilder page =
        new StringBuilder(
            """
            # Topics and records

            Generated from `schemas/`; do not edit. Values are Avro in single-object encoding; keys are UTF-8 strings. Ordering holds inside
            a partition, so for all records of one key; each record is there once, though a service is killed and starts again. Read with
            `isolation.level=read_committed`: everything is written in transactions. The same as an AsyncAPI 3 document: [asyncapi.json](asyncapi.json).

            Every record is a CloudEvent in binary mode: `ce_specversion`, `ce_id` (the same for the same bytes in the same topic), `ce_type` ("dev.dateline." and
            the topic), `ce_source` ("/dateline/" and who wrote it), `ce_time` (when the article came out, or the alert was raised; of what tells of no one
            article, when it was written) and `content-type`. `traceparent` (W3C Trace Context) goes with an article to everything made from it: the trace id and
            flags are the article's, the parent id is each record's own. What the clock brings about (a window of trends closed, a claim past its time) starts a trace.

            | topic | key | value | partitions | keeps | written by | one record is |
            | --- | --- | --- | --- | --- | --- | --- |
            """);
    for (Topic<?> topic : Topics.all()) {
      Class<?> value = topic.value();
      page.append("| `").append(topic.name()).append("` | ").append(topic.key()).append(" | ");
      page.append(value == null ? withoutRecord(topic) : link(value.getSimpleName()));
      page.append(" | ").append(topic.partitions()).append(" | ").append(kept(topic));
      page.append(" | ").append(topic.writer()).append(" | ").append(topic.purpose());
      page.append(" |\n");
    }
    records().forEach(schema -> page.append('\n').append(section(schema)));
    return page.toString();
  }

  private static String withoutRecord(Topic<?> topic) {
    return topic.isJson()
        ? "JSON"
        : "original bytes, headers as [DeadLetterHeaders](#deadletterheaders)";
  }

  private static String kept(Topic<?> topic) {
    Duration retention = topic.retention();
    return retention == null ? "the latest of each key" : retention.toDays() + " days";
  }

  private static Collection<Schema> records() {
    Map<String, Schema> found = new LinkedHashMap<>();
    for (Topic<?> topic : Topics.all()) {
      Class<? extends SpecificRecord> value = topic.value();
      if (value != null) {
        collect(SpecificData.get().getSchema(value), found);
      }
    }
    collect(dev.dateline.schemas.avro.DeadLetterHeaders.SCHEMA$, found);
    return found.values();
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ARRAY -> collect(schema.getElementType(), found);
      case UNION -> schema.getTypes().forEach(type -> collect(type, found));
      case MAP -> collect(schema.getValueType(), found);
      case ENUM, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL, FIXED -> {}
    }
  }

  private static String section(Schema schema) {
    StringBuilder section = new StringBuilder();
    section.append("## ").append(schema.getName()).append("\n\n");
    section.append(oneLine(schema.getDoc())).append("\n\n");
    section.append("| field | type | meaning |\n| --- | --- | --- |\n");
    for (Schema.Field field : schema.getFields()) {
      section.append("| `").append(field.name()).append("` | ").append(type(field.schema()));
      section.append(" | ").append(oneLine(field.doc())).append(" |\n");
    }
    return section.toString();
  }

  private static String type(Schema schema) {
    String logical = schema.getLogicalType() == null ? null : schema.getLogicalType().getName();
    return switch (schema.getType()) {
      case RECORD -> link(schema.getName());
      case ENUM -> String.join(" / ", schema.getEnumSymbols());
      case ARRAY -> "list of " + type(schema.getElementType());
      case MAP -> "map of " + type(schema.getValueType());
      case UNION -> union(schema);
      case INT, LONG -> logical == null ? schema.getName() : logical;
      case STRING, BYTES, FLOAT, DOUBLE, BOOLEAN, NULL, FIXED -> schema.getName();
    };
  }

  private static String union(Schema schema) {
    return schema.getTypes().stream()
        .map(branch -> branch.getType() == Schema.Type.NULL ? "null" : type(branch))
        .reduce((first, second) -> second.equals("null") ? first + " or null" : second + " or null")
        .orElse("null");
  }

  private static String link(String record) {
    return "[" + record + "](#" + record.toLowerCase(java.util.Locale.ROOT) + ")";
  }

  private static String oneLine(String doc) {
    return doc.replaceAll("\\s+", " ").replace("|", "\\|").trim();
  }
}

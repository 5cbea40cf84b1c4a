package dev.dateline.app.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes {@code docs/reference/asyncapi.json}: the topic catalogue as an AsyncAPI 3.0 document,
 * with its Kafka bindings.
 */
public final class AsyncApiPage {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";
  private static final String BINDING_VERSION = "0.5.0";
  private static final List<String> CLOUD_EVENT_HEADERS =
      List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time");

  private AsyncApiPage() {}

  /** Returns the document; the same for the same catalogue. */
  public static String render() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("asyncapi", "3.0.0");
    document.set("info", info());
    document.put("defaultContentType", "application/avro");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    components.putObject("schemas").set("headers", headers());
    for (Topic<?> topic : Topics.all()) {
      channels.set(topic.name(), channel(topic));
      operations.set("write." + topic.name(), operation(topic));
      messages.set(topic.name(), message(topic));
    }
    try {
      return MAPPER.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing JSON to memory", e);
    }
  }

  private static ObjectNode info() {
    ObjectNode info = MAPPER.createObjectNode();
    info.put("title", "Dateline");
    info.put("version", "1");
    info.put(
        "description",
        "Every topic of Dateline. Generated from the catalogue in schemas/; do not edit. Read with"
            + " isolation.level=read_committed. Values are Avro in single-object encoding: the bytes"
            + " c3 01, the schema's fingerprint (CRC-64-AVRO, 8 bytes, little-endian), the record;"
            + " with a schema registry configured, Confluent's wire format.");
    ObjectNode license = info.putObject("license");
    license.put("name", "Apache-2.0");
    license.put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    return info;
  }

  private static ObjectNode channel(Topic<?> topic) {
    ObjectNode channel = MAPPER.createObjectNode();
    channel.put("address", topic.name());
    channel.put("description", topic.purpose());
    channel
        .putObject("messages")
        .putObject("record")
        .put("$ref", "#/components/messages/" + topic.name());
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.name());
    kafka.put("partitions", topic.partitions());
    ObjectNode configuration = kafka.putObject("topicConfiguration");
    topic.configuration().forEach((name, value) -> configure(configuration, name, value));
    kafka.put("bindingVersion", BINDING_VERSION);
    return channel;
  }

  /** The binding knows some settings by name, each with a type of its own. */
  private static void configure(ObjectNode configuration, String name, String value) {
    switch (name) {
      case "cleanup.policy" -> configuration.putArray(name).add(value);
      case "retention.ms", "max.message.bytes" -> configuration.put(name, Long.parseLong(value));
      default -> {
        // The binding has no place for the others.
      }
    }
  }

  private static ObjectNode operation(Topic<?> topic) {
    ObjectNode operation = MAPPER.createObjectNode();
    operation.put("action", "send");
    operation.put("summary", "Written by " + topic.writer() + ".");
    operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
    return operation;
  }

  private static ObjectNode message(Topic<?> topic) {
    ObjectNode message = MAPPER.createObjectNode();
    Class<? extends SpecificRecord> value = topic.value();
    message.put("name", CloudEvents.type(topic));
    message.put("summary", topic.purpose());
    message.putObject("headers").put("$ref", "#/components/schemas/headers");
    if (value != null) {
      message.put("contentType", "application/avro");
      ObjectNode payload = message.putObject("payload");
      payload.put("schemaFormat", AVRO);
      payload.set("schema", parse(SpecificData.get().getSchema(value).toString()));
    } else if (topic.isJson()) {
      message.put("contentType", "application/json");
      message.putObject("payload").put("type", "object");
    } else {
      message.put("contentType", "application/octet-stream");
    }
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    ObjectNode key = kafka.putObject("key");
    key.put("type", "string");
    key.put("description", topic.key());
    kafka.put("bindingVersion", BINDING_VERSION);
    return message;
  }

  private static ObjectNode headers() {
    ObjectNode headers = MAPPER.createObjectNode();
    headers.put("type", "object");
    headers.put(
        "description",
        "A CloudEvent in binary mode, and W3C Trace Context. A tombstone has none, a dead letter"
            + " those of the record that failed.");
    ObjectNode properties = headers.putObject("properties");
    ArrayNode required = headers.putArray("required");
    for (String name : CLOUD_EVENT_HEADERS) {
      properties.putObject(name).put("type", "string");
      required.add(name);
    }
    properties.putObject("content-type").put("type", "string");
    properties.putObject(CloudEvents.TRACEPARENT).put("type", "string");
    return headers;
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("reading a schema", e);
    }
  }
}

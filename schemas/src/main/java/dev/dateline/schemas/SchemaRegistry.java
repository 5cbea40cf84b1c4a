package dev.dateline.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry, by the HTTP interface of Confluent's, which Apicurio Registry (below {@code
 * /apis/ccompat/v7}), Karapace and Redpanda have too.
 *
 * <p>A topic's schema is registered under the subject {@code TOPIC-value} before the first record
 * is written; a subject without a rule of its own, or with NONE, gets ours: compatible both ways
 * with every earlier version. What was asked for once is kept. Thread-safe.
 */
public final class SchemaRegistry {

  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final String COMPATIBILITY = "{\"compatibility\":\"FULL_TRANSITIVE\"}";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final JsonFactory JSON = new JsonFactory();

  private static volatile @Nullable SchemaRegistry chosen;

  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LIMIT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  /**
   * Makes one.
   *
   * @param address where its {@code /subjects} are, http or https
   * @throws IllegalArgumentException if it is not such an address
   */
  public SchemaRegistry(URI address) {
    boolean usable =
        ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
            && address.getHost() != null;
    if (!usable) {
      throw new IllegalArgumentException(
          "not the address of a schema registry: \""
              + address
              + "\": give one like http://localhost:8081");
    }
    this.address = address.toString().replaceFirst("/+$", "");
  }

  /**
   * Chooses the registry of this process, for every topic of the catalogue: serdes made from then
   * on write its format. To be called before the first is made.
   *
   * @param registry null for none
   */
  public static void choose(@Nullable SchemaRegistry registry) {
    chosen = registry;
  }

  /** Returns the registry of this process; empty where topics describe themselves. */
  static Optional<SchemaRegistry> chosen() {
    return Optional.ofNullable(chosen);
  }

  /**
   * Registers a topic's schema, unless it is there, and returns its id.
   *
   * @throws SchemaRegistryException if the registry refuses it or does not answer
   */
  int register(String topic, Schema schema) {
    return ids.computeIfAbsent(topic + " " + schema, key -> registered(topic, schema));
  }

  private int registered(String topic, Schema schema) {
    String subject = URLEncoder.encode(topic + "-value", StandardCharsets.UTF_8);
    String what = "registering the schema of " + topic + " at " + address + ": ";
    try {
      boolean ruled = isRuled(subject) || isOk(send("PUT", "/config/" + subject, COMPATIBILITY));
      HttpResponse<String> answer =
          send("POST", "/subjects/" + subject + "/versions", object("schema", schema.toString()));
      if (answer.statusCode() == CONFLICT || answer.statusCode() == UNPROCESSABLE) {
        throw new SchemaRegistryException(
            what
                + "refused, it is not compatible with the subject's earlier versions ("
                + said(answer)
                + "): is this Dateline older than the one that wrote them?",
            null);
      }
      if (!isOk(answer)) {
        throw new SchemaRegistryException(what + said(answer) + ": check the address", null);
      }
      if (!ruled) {
        // Apicurio's has no rule for a subject without a version.
        send("PUT", "/config/" + subject, COMPATIBILITY);
      }
      return Integer.parseInt(field(answer.body(), "id").orElse(""));
    } catch (NumberFormatException e) {
      throw new SchemaRegistryException(
          what + "the answer names no id: is this a schema registry?", e);
    } catch (IOException e) {
      throw new SchemaRegistryException(
          what + "no answer (" + reason(e) + "): is it up, and is the address right?", e);
    }
  }

  /**
   * Returns the schema of an id.
   *
   * @throws SerializationException if there is none
   * @throws TimeoutException if the registry does not answer, so that the record is read again
   */
  Schema schema(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    String what = "asking " + address + " for schema " + id + ": ";
    try {
      HttpResponse<String> answer = send("GET", "/schemas/ids/" + id, null);
      if (answer.statusCode() == NOT_FOUND) {
        throw new SerializationException(what + "there is none: was it written with another?");
      }
      if (!isOk(answer)) {
        throw new TimeoutException(what + said(answer));
      }
      Schema schema =
          new Schema.Parser()
              .parse(
                  field(answer.body(), "schema")
                      .orElseThrow(() -> new SerializationException(what + "no schema in it")));
      schemas.put(id, schema);
      return schema;
    } catch (AvroRuntimeException e) {
      throw new SerializationException(what + "not an Avro schema: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new TimeoutException(what + "no answer (" + reason(e) + ")", e);
    }
  }

  /** Tells whether a subject has a rule of its own; Apicurio's says NONE where there is none. */
  private boolean isRuled(String subject) throws IOException {
    HttpResponse<String> answer = send("GET", "/config/" + subject, null);
    return isOk(answer)
        && !field(answer.body(), "compatibilityLevel").map("NONE"::equals).orElse(false);
  }

  private static boolean isOk(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2;
  }

  private HttpResponse<String> send(String method, String path, @Nullable String body)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(LIMIT)
            .header("Content-Type", CONTENT_TYPE)
            .header("Accept", CONTENT_TYPE + ", application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** What the registry says, in one line; the status where it says nothing. */
  private static String said(HttpResponse<String> answer) throws IOException {
    String message = field(answer.body(), "message").orElse("");
    String line = message.strip().replaceAll("\\s+", " ");
    return line.isEmpty()
        ? "it answered " + answer.statusCode()
        : line.substring(0, Math.min(line.length(), 300));
  }

  private static String reason(IOException fault) {
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }

  /** Returns a field of the outermost object, as text; empty where there is none. */
  private static Optional<String> field(String json, String name) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(name);
        parser.nextToken();
        if (wanted && parser.currentToken().isScalarValue()) {
          return Optional.of(parser.getText());
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String object(String name, String value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField(name, value);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing JSON to memory", e);
    }
    return text.toString();
  }
}

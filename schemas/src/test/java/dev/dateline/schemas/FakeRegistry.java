package dev.dateline.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;

/** A small schema registry: ids from 1, and a new version must go with all before it both ways. */
final class FakeRegistry implements AutoCloseable {

  private final HttpServer server;
  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, List<Schema>> subjects = new HashMap<>();
  private final Map<String, String> rules = new HashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();

  FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  SchemaRegistry client() {
    return new SchemaRegistry(
        URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
  }

  /** Puts a schema there as somebody else would. */
  synchronized int add(String subject, Schema schema) {
    subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(schema);
    if (!schemas.contains(schema)) {
      schemas.add(schema);
    }
    return schemas.indexOf(schema) + 1;
  }

  synchronized void rule(String subject, String rule) {
    rules.put(subject, rule);
  }

  synchronized Map<String, String> rules() {
    return Map.copyOf(rules);
  }

  synchronized Schema schema(int id) {
    return schemas.get(id - 1);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    if (path[1].equals("config") && exchange.getRequestMethod().equals("PUT")) {
      rules.put(path[2], body);
      send(exchange, 200, body);
    } else if (path[1].equals("config")) {
      send(exchange, rules.containsKey(path[2]) ? 200 : 404, "{}");
    } else if (path[1].equals("schemas")) {
      int id = Integer.parseInt(path[3]);
      if (id > schemas.size()) {
        send(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
      } else {
        send(
            exchange,
            200,
            "{\"schema\":\"" + quoted(schemas.get(id - 1).toString()) + "\",\"references\":[]}");
      }
    } else {
      register(exchange, path[2], new Schema.Parser().parse(schemaIn(body)));
    }
  }

  private void register(HttpExchange exchange, String subject, Schema schema) throws IOException {
    try {
      new SchemaValidatorBuilder()
          .mutualReadStrategy()
          .validateAll()
          .validate(schema, subjects.getOrDefault(subject, List.of()));
      send(exchange, 200, "{\"id\":" + add(subject, schema) + "}");
    } catch (SchemaValidationException e) {
      send(
          exchange,
          409,
          "{\"error_code\":409,\"message\":\"Schema being registered is incompatible\\n with an"
              + " earlier schema\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static String schemaIn(String body) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(body)) {
      while (json.nextToken() != JsonToken.VALUE_STRING) {
        // The only string is the schema.
      }
      return json.getText();
    }
  }
}

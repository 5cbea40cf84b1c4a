package dev.dateline.ingest.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ingest.publish.IngestException;
import dev.dateline.schemas.CloudEvents;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The server: takes requests apart, and answers each when its articles are committed. Thread-safe.
 */
final class PushServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "application/problem+json";
  private static final int MOST_THREADS = 32;

  /** Others wait to be let in; each takes a file of the operating system's. */
  private static final int MOST_CONNECTIONS = 500;

  private final PushSettings settings;
  private final PushKeys keys;
  private final PushReader reader;
  private final PushQueue queue;
  private final Javalin server;

  PushServer(PushSettings settings, PushKeys keys, PushReader reader, PushQueue queue) {
    this.settings = settings;
    this.keys = keys;
    this.reader = reader;
    this.queue = queue;
    this.server = Javalin.create(this::configure);
  }

  /** Listens; returns where. */
  URI start() {
    try {
      server.start();
    } catch (JavalinException e) {
      throw new IngestException(
          "listening at "
              + settings.host()
              + ":"
              + settings.port()
              + ": the address cannot be had: use another port",
          e);
    }
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create("http://" + host + ":" + port() + PushApi.PATH);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(
        jetty -> jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, jetty)));
    config.http.prefer405over404 = true;
    config.routes.post(PushApi.PATH, this::push);
    config.routes.get(PushApi.DESCRIPTION, PushServer::describe);
    config.routes.exception(PushRefusedException.class, PushServer::refuse);
    config.routes.exception(
        HttpResponseException.class,
        (e, context) ->
            refuse(
                PushRefusedException.whole(e.getStatus(), String.valueOf(e.getMessage())),
                context));
    config.routes.exception(
        Exception.class,
        (e, context) ->
            refuse(
                PushRefusedException.whole(500, "the request could not be dealt with"), context));
  }

  private static void describe(Context context) {
    context.contentType("application/json").result(PushApi.document());
  }

  private void push(Context context) throws PushRefusedException, IOException {
    String sender =
        key(context)
            .flatMap(keys::sender)
            .orElseThrow(
                () ->
                    PushRefusedException.whole(
                        401,
                        "no key or one that is not known: send \"Authorization: Bearer KEY\""));
    requireJson(context);
    byte[] body = body(context);
    CompletableFuture<List<Receipt>> receipts =
        queue.submit(reader.read(body, sender), context.header(CloudEvents.TRACEPARENT));
    context.future(
        () ->
            receipts
                .copy()
                .orTimeout(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> answer(context, done, failure)));
  }

  private static @Nullable Void answer(
      Context context, @Nullable List<Receipt> receipts, @Nullable Throwable failure) {
    if (receipts == null) {
      String what =
          failure instanceof TimeoutException
              ? "Kafka has not answered yet"
              : "this instance has ended";
      refuse(
          PushRefusedException.later(
              503,
              what
                  + ", so it is not known whether the articles are published: send them again, each"
                  + " is published once",
              5),
          context);
      return null;
    }
    ObjectNode accepted = JSON.createObjectNode();
    ArrayNode articles = accepted.putArray("articles");
    for (Receipt receipt : receipts) {
      ObjectNode article = articles.addObject();
      article.put("id", receipt.id());
      article.put("revision", receipt.revision());
      article.put("outcome", receipt.outcome().name().toLowerCase(Locale.ROOT));
      ArrayNode warnings = article.putArray("warnings");
      receipt.warnings().forEach(warnings::add);
    }
    write(context.status(HttpStatus.ACCEPTED), "application/json", accepted);
    return null;
  }

  private static Optional<String> key(Context context) {
    String authorization = context.header("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.of(authorization.substring(7).strip());
    }
    return Optional.ofNullable(context.header("X-API-Key"));
  }

  private static void requireJson(Context context) throws PushRefusedException {
    String type = context.contentType();
    if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
      throw PushRefusedException.whole(
          415, "the body is said to be " + type + ": send application/json");
    }
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw PushRefusedException.whole(
          415, "the body is said to be in " + encoding + ": send it as it is");
    }
  }

  private byte[] body(Context context) throws PushRefusedException, IOException {
    int most = settings.longestBody();
    byte[] body =
        context.req().getContentLengthLong() > most
            ? null
            : context.bodyInputStream().readNBytes(most + 1);
    if (body == null || body.length > most) {
      throw PushRefusedException.whole(
          413, "the body has more than " + most + " bytes: send fewer articles at a time");
    }
    return body;
  }

  private static void refuse(PushRefusedException refused, Context context) {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("status", refused.status());
    problem.put("title", HttpStatus.forStatus(refused.status()).getMessage());
    problem.put("detail", String.valueOf(refused.getMessage()));
    if (!refused.faults().isEmpty()) {
      ArrayNode errors = problem.putArray("errors");
      refused
          .faults()
          .forEach(
              fault ->
                  errors
                      .addObject()
                      .put("pointer", fault.pointer())
                      .put("field", fault.field())
                      .put("message", fault.message()));
    }
    refused
        .retryAfterSeconds()
        .ifPresent(seconds -> context.header("Retry-After", Integer.toString(seconds)));
    if (refused.status() == HttpStatus.UNAUTHORIZED.getCode()) {
      context.header("WWW-Authenticate", "Bearer");
    }
    write(context.status(refused.status()), PROBLEM, problem);
  }

  private static void write(Context context, String type, JsonNode body) {
    try {
      context.contentType(type).result(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing JSON to memory", e);
    }
  }
}

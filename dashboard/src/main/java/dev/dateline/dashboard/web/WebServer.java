package dev.dateline.dashboard.web;

import dev.dateline.dashboard.DashboardException;
import dev.dateline.dashboard.DashboardSettings;
import dev.dateline.dashboard.view.ClaimFilter;
import dev.dateline.dashboard.view.FeedPosition;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The server: which address gives what, and under which headers. Thread-safe. */
public final class WebServer implements AutoCloseable {

  /** Where the page's own files lie on the class path. */
  private static final String PAGE = "/dev/dateline/dashboard/page/";

  private static final String OPENAPI = "/dev/dateline/dashboard/openapi.json";
  private static final String JSON = "application/json; charset=utf-8";
  private static final int MOST_THREADS = 32;
  private static final int LEAST_THREADS = 4;

  /** Addresses that the page itself tells apart. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/map",
          "/claims/{id}",
          "/places",
          "/places/{id}",
          "/entities",
          "/entities/{id}",
          "/trends",
          "/sources",
          "/pipeline");

  /**
   * What the browser lets the page do: only what comes from here, no inline script or style, and no
   * string ever becomes markup (Trusted Types; first.js has the one policy, which lets none pass).
   */
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types default");

  /** What each address of the API gives; openapi.json describes the same ones. */
  static final Map<String, BiFunction<Api, StreamHub, Handler>> ROUTES =
      Map.ofEntries(
          Map.entry("/api/claims", (api, hub) -> json(api::claims)),
          Map.entry("/api/claims/{id}", (api, hub) -> json(api::claim)),
          Map.entry("/api/stream", (api, hub) -> request -> stream(request, hub)),
          Map.entry("/api/map", (api, hub) -> json(api::map)),
          Map.entry("/api/places", (api, hub) -> json(api::places)),
          Map.entry("/api/places/{id}", (api, hub) -> json(api::place)),
          Map.entry("/api/entities", (api, hub) -> json(api::entities)),
          Map.entry("/api/entities/{id}", (api, hub) -> json(api::entity)),
          Map.entry("/api/trends", (api, hub) -> json(api::trends)),
          Map.entry("/api/sources", (api, hub) -> json(request -> api.sources())),
          Map.entry("/api/pipeline", (api, hub) -> json(request -> api.pipeline())),
          Map.entry("/api/health", (api, hub) -> json(api::health)),
          Map.entry("/api/openapi.json", (api, hub) -> fixed(JSON, resource(OPENAPI))));

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts to serve.
   *
   * @throws DashboardException if the port cannot be had
   */
  static WebServer start(DashboardSettings settings, Api api, StreamHub hub) {
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, settings);
              config.routes.before(WebServer::secure);
              ROUTES.forEach((path, handler) -> config.routes.get(path, handler.apply(api, hub)));
              Handler page = fixed("text/html; charset=utf-8", resource(PAGE + "index.html"));
              PAGES.forEach(path -> config.routes.get(path, page));
              failures(config);
            });
    try {
      return new WebServer(javalin.start());
    } catch (JavalinBindException e) {
      throw new DashboardException(
          "starting the dashboard: "
              + settings.host()
              + ":"
              + settings.port()
              + ": the address is in use or not this machine's: give another --port, 0 takes a free one",
          e);
    }
  }

  private static void configure(JavalinConfig config, DashboardSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/assets";
          files.directory = PAGE;
          files.location = Location.CLASSPATH;
        });
    config.staticFiles.enableWebjars();
  }

  private static Handler fixed(String type, byte[] bytes) {
    return request -> request.contentType(type).header("Cache-Control", "no-cache").result(bytes);
  }

  private static Handler json(Function<Context, Object> answer) {
    return request -> {
      byte[] bytes = Json.bytes(answer.apply(request));
      request.contentType(JSON).header("Cache-Control", "no-store").result(bytes);
    };
  }

  private static void stream(Context request, StreamHub hub) throws IOException {
    ClaimFilter filter = Parameters.filter(request);
    FeedPosition from = from(request);
    HttpServletResponse response = request.res();
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    request.future(
        () -> {
          try {
            EventStream stream =
                new EventStream(request.req().getAsyncContext(), response.getOutputStream());
            if (hub.open(stream, filter, from)) {
              response.getOutputStream().setWriteListener(stream);
            } else {
              response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
              stream.close();
            }
            // The stream ends its request itself: Javalin would go on to write a result, for which
            // it is too late.
            return new CompletableFuture<>();
          } catch (IOException e) {
            throw new UncheckedIOException("opening a stream of events", e);
          }
        });
  }

  /** A browser's own resumption comes as a header, the page's as a parameter. */
  private static @Nullable FeedPosition from(Context request) {
    String header = request.header("Last-Event-ID");
    String given = header == null ? request.queryParam("lastEventId") : header;
    if (given == null) {
      return null;
    }
    // One that is not ours is as good as one too old: the stream begins with a reset.
    Optional<FeedPosition> position = FeedPosition.parse(given);
    return position.orElse(FeedPosition.FOREIGN);
  }

  private static void secure(Context request) {
    request.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("X-Frame-Options", "DENY");
    request.header("Referrer-Policy", "no-referrer");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  }

  private static void failures(JavalinConfig config) {
    config.routes.exception(
        HttpResponseException.class,
        (failure, request) ->
            fail(request, failure.getStatus(), String.valueOf(failure.getMessage())));
    config.routes.exception(
        KafkaException.class,
        (failure, request) -> fail(request, 503, "Kafka does not answer: try again later"));
    config.routes.exception(
        Exception.class, (failure, request) -> fail(request, 500, "this could not be answered"));
  }

  private static void fail(Context request, int status, String message) {
    request.status(status).contentType(JSON).result(Json.bytes(new Answers.Failure(message)));
  }

  private static byte[] resource(String name) {
    try (InputStream in = WebServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading resource " + name, e);
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}

package dev.dateline.http.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on a free port of the loopback address that answers each path by a script, and keeps
 * what it received.
 *
 * <p>It writes what the script says byte by byte, so that it can misbehave in every way.
 * Thread-safe; close it.
 */
public final class ScriptedServer implements AutoCloseable {

  /** What the server does upon a request. */
  @FunctionalInterface
  public interface Script {
    /** Writes the answer. */
    void answer(ReceivedRequest request, Reply reply) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "scripted-server");
            thread.setDaemon(true);
            return thread;
          });

  private ScriptedServer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Starts one that answers 404 to everything. */
  public static ScriptedServer start() {
    try {
      ScriptedServer server =
          new ScriptedServer(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers that path, with or without a query, by the script. */
  public ScriptedServer on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** Answers that path with the text. */
  public ScriptedServer on(String path, String contentType, String body) {
    return on(path, (request, reply) -> reply.send(200, contentType, body));
  }

  /** Returns the address of a path. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Returns the port. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Returns everything received so far, in order. */
  public List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    closed.countDown();
    closeQuietly(socket);
    open.forEach(ScriptedServer::closeQuietly);
    threads.shutdownNow();
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      Reply reply = new Reply(connection.getOutputStream(), closed);
      for (String line = line(in); !line.isEmpty() && reply.isKept(); line = line(in)) {
        ReceivedRequest request = read(line, in);
        received.add(request);
        String path = request.path().split("\\?", 2)[0];
        Script script = scripts.get(path);
        if (script == null) {
          reply.send(404, "text/plain", "nothing here");
        } else {
          script.answer(request, reply);
        }
        if (!reply.isKept()) {
          return;
        }
      }
    } catch (IOException e) {
      // The client has gone: that is what many tests are about.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
    }
  }

  private static ReceivedRequest read(String requestLine, InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return ReceivedRequest.of(requestLine, headers, in.readNBytes(length));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      return; // nothing is lost in a test
    }
  }
}

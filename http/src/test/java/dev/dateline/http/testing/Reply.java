package dev.dateline.http.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a script writes its answer, well-formed or not. Not thread-safe. */
public final class Reply {

  private final OutputStream out;
  private final CountDownLatch serverClosed;
  private boolean kept = true;

  Reply(OutputStream out, CountDownLatch serverClosed) {
    this.out = out;
    this.serverClosed = serverClosed;
  }

  /** Sends a whole answer of text. */
  public void send(int status, String contentType, String body) throws IOException {
    send(status, "Content-Type: " + contentType + "\r\n", body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a whole answer.
   *
   * @param headers whole lines with their ends
   */
  public void send(int status, String headers, byte[] body) throws IOException {
    String length = status == 304 ? "" : "Content-Length: " + body.length + "\r\n";
    raw("HTTP/1.1 " + status + " Status\r\n" + headers + length + "\r\n");
    raw(body);
  }

  /** Sends on to another address. */
  public void redirect(int status, String location) throws IOException {
    send(status, "Location: " + location + "\r\n", new byte[0]);
  }

  /** Writes characters as they are. */
  public void raw(String characters) throws IOException {
    raw(characters.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes as they are. */
  public void raw(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Writes a character now and then until the other end gives up or the server is closed. */
  public void drip(char character, long milliseconds) throws IOException, InterruptedException {
    while (!serverClosed.await(milliseconds, TimeUnit.MILLISECONDS)) {
      raw(String.valueOf(character));
    }
  }

  /** Writes nothing more, and keeps the connection open, until the server is closed. */
  public void fallSilent() throws InterruptedException {
    serverClosed.await();
  }

  /** Closes the connection after this answer. */
  public void thenClose() {
    kept = false;
  }

  boolean isKept() {
    return kept;
  }
}

package dev.dateline.dashboard.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream of events: what waits to be sent, and the connection, which is never waited for.
 *
 * <p>A thread that has something to say puts it here and goes on; the container calls back when the
 * connection takes more. Thread-safe.
 */
final class EventStream implements WriteListener {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  /** What may wait for one reader before it counts as slow. */
  static final int MOST_WAITING_BYTES = 4 << 20;

  private final ServletOutputStream output;
  private final AsyncContext request;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean started;
  private boolean unflushed;
  private boolean slow;

  /**
   * Makes one without events.
   *
   * @param request is completed when the stream is closed from either side
   */
  EventStream(AsyncContext request, ServletOutputStream output) {
    this.request = request;
    this.output = output;
  }

  /** Puts bytes at the end of what waits. */
  synchronized void offer(byte[] bytes) {
    if (slow || closed.get()) {
      return;
    }
    if (waitingBytes + bytes.length > MOST_WAITING_BYTES) {
      slow = true;
      waiting.clear();
      return;
    }
    waiting.add(bytes);
    waitingBytes += bytes.length;
  }

  /** Sends as much as the connection takes now. */
  synchronized void pump() {
    if (!started || slow || closed.get()) {
      return;
    }
    try {
      while (output.isReady()) {
        byte[] next = waiting.poll();
        if (next != null) {
          waitingBytes -= next.length;
          output.write(next);
          unflushed = true;
        } else if (unflushed) {
          unflushed = false;
          output.flush();
        } else {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      close();
    }
  }

  /** Tells whether more waited than may; such a stream sends no more. */
  synchronized boolean isSlow() {
    return slow;
  }

  boolean isClosed() {
    return closed.get();
  }

  void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        request.complete();
      } catch (IllegalStateException e) {
        // The container has ended the request already.
        LOG.debug("closing a stream of events", e);
      }
    }
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      started = true;
    }
    pump();
  }

  @Override
  public void onError(Throwable fault) {
    close();
  }
}

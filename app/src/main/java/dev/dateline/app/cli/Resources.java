package dev.dateline.app.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command has opened, closed once and in the reverse order, whoever asks first: the command
 * at its end, or a signal. Thread-safe; the second to ask waits until all is closed.
 */
public final class Resources implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /** Returns new resources that a signal closes too. */
  public static Resources closedOnStop() {
    Resources resources = new Resources();
    StopSignal.closeOnStop(resources);
    return resources;
  }

  /** Adds a resource; one that comes after the close is closed at once. */
  public synchronized <T extends AutoCloseable> T add(T resource) {
    if (closed) {
      closeQuietly(resource);
    } else {
      open.push(resource);
    }
    return resource;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!open.isEmpty()) {
      closeQuietly(open.pop());
    }
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // One that cannot be closed must not keep the others open.
      LOG.debug("closing {}", resource, e);
    }
  }
}

package dev.dateline.ingest.poll;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Hands out requests when they are due and their host is free: one at a time to a host, with a
 * pause in between, and the host that has been free longest first. Not thread-safe.
 */
final class RequestQueue<R> {

  private final Map<String, Host<R>> hosts = new HashMap<>();

  /** The hosts that are not busy. */
  private final TreeSet<Host<R>> idle =
      new TreeSet<>(
          Comparator.comparing((Host<R> host) -> host.ready()).thenComparing(h -> h.name));

  private long added;

  /** Adds a request to a host that is to be made at that time or as soon after it as may be. */
  void add(String host, R request, Instant due) {
    change(host, found -> found.waiting.add(new Waiting<>(request, due, added++)));
  }

  /** Takes the next request that may be made now; its host is busy until {@link #done}. */
  Optional<R> take(Instant now) {
    while (!idle.isEmpty() && !idle.first().ready().isAfter(now)) {
      Host<R> host = idle.pollFirst();
      Waiting<R> next = host == null ? null : host.waiting.poll();
      if (host != null && next != null) {
        host.busy = true;
        return Optional.of(next.request);
      }
      if (host != null) {
        hosts.remove(host.name); // nobody wants it, and its pause is over
      }
    }
    return Optional.empty();
  }

  /** Tells that the request to the host has ended and when the next may be made. */
  void done(String host, Instant free) {
    change(
        host,
        found -> {
          found.busy = false;
          found.pauseUntil(free);
        });
  }

  /** Keeps the host free of requests until then. */
  void pause(String host, Instant until) {
    change(host, found -> found.pauseUntil(until));
  }

  private void change(String name, java.util.function.Consumer<Host<R>> how) {
    Host<R> host = hosts.computeIfAbsent(name, Host::new);
    idle.remove(host);
    how.accept(host);
    if (!host.busy) {
      idle.add(host);
    }
  }

  private record Waiting<R>(R request, Instant due, long order) {}

  private static final class Host<R> {

    private final String name;
    private final PriorityQueue<Waiting<R>> waiting =
        new PriorityQueue<>(
            Comparator.comparing((Waiting<R> one) -> one.due).thenComparing(one -> one.order));
    private Instant free = Instant.MIN;
    private boolean busy;

    Host(String name) {
      this.name = name;
    }

    void pauseUntil(Instant until) {
      free = until.isAfter(free) ? until : free;
    }

    Instant ready() {
      Waiting<R> first = waiting.peek();
      return first == null || first.due.isBefore(free) ? free : first.due;
    }
  }
}

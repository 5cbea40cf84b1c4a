package dev.dateline.sink.delivery;

import dev.dateline.schemas.avro.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The open deliveries as the retry topic tells them: in order for each webhook, one at a time.
 *
 * <p>It changes only by what was read from the topic, so that what is done and what is written
 * cannot differ. Used by one thread.
 */
final class DeliveryBook {

  private static final Comparator<Delivery> ORDER =
      Comparator.comparing(Delivery::getCreated)
          .thenComparing(Delivery::getTopic)
          .thenComparing(Delivery::getPartition)
          .thenComparing(Delivery::getOffset)
          .thenComparing(Delivery::getId);

  private final Map<String, Delivery> open = new HashMap<>();
  private final Map<String, TreeSet<Delivery>> queues = new HashMap<>();
  private final Map<String, Delivery> underWay = new HashMap<>();

  /** Takes a record of the topic: a delivery as it stands now, or null when it is done with. */
  void apply(String id, @Nullable Delivery delivery) {
    Delivery before = open.remove(id);
    if (before != null) {
      TreeSet<Delivery> queue = queues.get(before.getUrl());
      if (queue != null) {
        queue.remove(before);
        if (queue.isEmpty()) {
          queues.remove(before.getUrl());
        }
      }
      Delivery tried = underWay.get(before.getUrl());
      boolean answered =
          tried != null
              && tried.getId().equals(id)
              && (delivery == null || delivery.getAttempts() != tried.getAttempts());
      if (answered) {
        underWay.remove(before.getUrl());
      }
    }
    if (delivery != null) {
      open.put(id, delivery);
      queues.computeIfAbsent(delivery.getUrl(), url -> new TreeSet<>(ORDER)).add(delivery);
    }
  }

  /** Returns what is to be tried now, and takes it as under way: the first of each webhook. */
  List<Delivery> takeDue(Instant now, int most) {
    List<Delivery> due = new ArrayList<>();
    for (Map.Entry<String, TreeSet<Delivery>> entry : queues.entrySet()) {
      Delivery first = entry.getValue().first();
      if (underWay.size() < most
          && !underWay.containsKey(entry.getKey())
          && !first.getDue().isAfter(now)) {
        underWay.put(entry.getKey(), first);
        due.add(first);
      }
    }
    return due;
  }

  /** Returns the open deliveries of a webhook, in order. */
  List<Delivery> of(String url) {
    TreeSet<Delivery> queue = queues.get(url);
    return queue == null ? List.of() : List.copyOf(queue);
  }

  /** Returns how many a webhook has open. */
  int size(String url) {
    TreeSet<Delivery> queue = queues.get(url);
    return queue == null ? 0 : queue.size();
  }
}

package dev.dateline.dashboard.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map that forgets what was longest not written when it holds too many entries or bytes.
 *
 * <p>Thread-safe. Bytes are those that {@code weigher} says, taken when an entry is written.
 */
public final class BoundedMap<K, V> {

  private record Weighed<V>(V value, long bytes) {}

  private final int mostEntries;
  private final long mostBytes;
  private final ToLongFunction<? super V> weigher;
  private final LinkedHashMap<K, Weighed<V>> entries = new LinkedHashMap<>();
  private long bytes;

  /** Makes an empty one. */
  public BoundedMap(int mostEntries, long mostBytes, ToLongFunction<? super V> weigher) {
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
    this.weigher = weigher;
  }

  /** Writes an entry, which is the youngest then. */
  public synchronized void put(K key, V value) {
    remove(key);
    long weight = weigher.applyAsLong(value);
    entries.put(key, new Weighed<>(value, weight));
    bytes += weight;
    var oldest = entries.entrySet().iterator();
    while ((entries.size() > mostEntries || bytes > mostBytes) && entries.size() > 1) {
      bytes -= oldest.next().getValue().bytes();
      oldest.remove();
    }
  }

  /** Takes an entry out. */
  public synchronized void remove(K key) {
    Weighed<V> removed = entries.remove(key);
    if (removed != null) {
      bytes -= removed.bytes();
    }
  }

  /** Returns the value; empty when there is none. */
  public synchronized Optional<V> get(@Nullable K key) {
    Weighed<V> found = entries.get(key);
    return found == null ? Optional.empty() : Optional.of(found.value());
  }

  /** Returns all values as they are now, the one longest not written first. */
  public synchronized List<V> values() {
    List<V> values = new ArrayList<>(entries.size());
    for (Map.Entry<K, Weighed<V>> entry : entries.entrySet()) {
      values.add(entry.getValue().value());
    }
    return values;
  }

  /** Returns all keys as they are now, the one longest not written first. */
  public synchronized List<K> keys() {
    return new ArrayList<>(entries.keySet());
  }

  /** Returns how many entries there are. */
  public synchronized int size() {
    return entries.size();
  }

  /** Returns how many bytes they have. */
  public synchronized long bytes() {
    return bytes;
  }
}

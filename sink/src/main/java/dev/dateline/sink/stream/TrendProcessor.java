package dev.dateline.sink.stream;

import dev.dateline.schemas.avro.Trend;
import dev.dateline.schemas.avro.TrendHistory;
import dev.dateline.schemas.avro.TrendObservation;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.trends.Histories;
import dev.dateline.sink.trends.TrendWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts things in hopping windows: tells the window that ends first whenever its count changes,
 * and every window once more when it closes.
 *
 * <p>Time is the latest event time seen, which goes on with the wall clock when nothing comes: live
 * news and an archive both close their windows, and an idle stream does too. A window closes when
 * its end lies behind by the grace; what comes later is counted in the windows still open, if any.
 */
final class TrendProcessor extends ContextualProcessor<String, TrendObservation, String, Trend> {

  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final String NOW = "now";
  private static final String WALL = "wall";
  private static final long CLOCK_STEP_MILLIS = 1_000;
  private static final byte[] NOTHING = new byte[0];

  private final SinkSettings settings;
  private @Nullable KeyValueStore<String, TrendHistory> histories;
  private @Nullable KeyValueStore<String, byte[]> closings;
  private @Nullable KeyValueStore<String, Long> clock;
  private @Nullable Sensor late;
  private long now;
  private long wall;
  private long nextClosing;

  TrendProcessor(SinkSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Trend> context) {
    super.init(context);
    histories = context.getStateStore(SinkStores.TREND_HISTORIES);
    closings = context.getStateStore(SinkStores.TREND_CLOSINGS);
    KeyValueStore<String, Long> kept = context.getStateStore(SinkStores.TREND_CLOCK);
    clock = kept;
    Long keptNow = kept.get(NOW);
    Long keptWall = kept.get(WALL);
    now = keptNow == null ? Long.MIN_VALUE : keptNow;
    wall = keptWall == null ? context.currentSystemTimeMs() : keptWall;
    late =
        context
            .metrics()
            .addRateTotalSensor(
                "sink",
                context.taskId().toString(),
                "late-observations",
                Sensor.RecordingLevel.INFO);
    context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, timestamp -> sweep());
  }

  @Override
  public void process(Record<String, TrendObservation> message) {
    if (histories == null || closings == null || late == null) {
      throw new IllegalStateException("counting trends: the processor was not initialised");
    }
    advance(message.timestamp());
    Instant at = Instant.ofEpochMilli(message.timestamp());
    TrendHistory history = null;
    List<Trend> changed = new ArrayList<>();
    for (TrendWindow window : TrendWindow.values()) {
      Optional<Instant> open = firstOpen(window, at);
      if (open.isEmpty()) {
        continue;
      }
      if (history == null) {
        history = Histories.observed(histories.get(message.key()), message.value(), at, keptFrom());
      }
      history = schedule(message.key(), history, window, open.get());
      changed.add(Histories.trend(history, window, open.get(), false));
    }
    if (history == null) {
      late.record();
    } else {
      histories.put(message.key(), history);
    }
    changed.forEach(trend -> context().forward(message.withValue(trend)));
    closeWhatIsDue();
  }

  private void sweep() {
    if (now != Long.MIN_VALUE) {
      advance(Long.MIN_VALUE);
      closeWhatIsDue();
    }
  }

  /** Lets time go on by the wall clock, and to the event time where that is later. */
  private void advance(long eventTime) {
    long wallNow = context().currentSystemTimeMs();
    long before = now;
    if (now != Long.MIN_VALUE) {
      now += Math.max(0, wallNow - wall);
    }
    now = Math.max(now, eventTime);
    wall = wallNow;
    if (clock != null && (before == Long.MIN_VALUE || now - before >= CLOCK_STEP_MILLIS)) {
      clock.put(NOW, now);
      clock.put(WALL, wall);
    }
  }

  /** Returns the first window with the instant in it that is not closed; empty where all are. */
  private Optional<Instant> firstOpen(TrendWindow window, Instant at) {
    Instant first = window.firstWith(at);
    for (Instant start = first; !start.isAfter(at); start = start.plus(window.hop())) {
      if (closesAt(window, start) > now) {
        return Optional.of(start);
      }
    }
    return Optional.empty();
  }

  private TrendHistory schedule(
      String key, TrendHistory history, TrendWindow window, Instant start) {
    Optional<Instant> scheduled = Histories.closing(history, window);
    if (closings == null || (scheduled.isPresent() && !start.isBefore(scheduled.get()))) {
      return history;
    }
    scheduled.ifPresent(other -> remove(closingKey(closesAt(window, other), window.name(), key)));
    put(closesAt(window, start), window.name(), key);
    return Histories.withClosing(history, window, start);
  }

  private void closeWhatIsDue() {
    if (closings == null || now < nextClosing) {
      return;
    }
    List<String> due = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entries =
        closings.range(closingKey(0, "", ""), closingKey(now + 1, "", ""))) {
      entries.forEachRemaining(entry -> due.add(entry.key));
    }
    for (String entry : due) {
      remove(entry);
      String[] parts = entry.split("/", 3);
      if (parts[1].isEmpty()) {
        forget(parts[2]);
      } else {
        close(parts[2], TrendWindow.valueOf(parts[1]));
      }
    }
    try (KeyValueIterator<String, byte[]> rest =
        closings.range(closingKey(0, "", ""), closingKey(Long.MAX_VALUE, "", ""))) {
      nextClosing = rest.hasNext() ? timeOf(rest.next().key) : Long.MAX_VALUE;
    }
  }

  /**
   * Closes the windows of a thing, as many as time has passed. That is time's doing: what is told
   * here is in the trace of no article, whichever came just now.
   */
  private void close(String key, TrendWindow window) {
    TrendHistory history = histories == null ? null : histories.get(key);
    if (history == null || histories == null) {
      return;
    }
    Optional<Instant> start = Histories.closing(history, window);
    while (start.isPresent() && closesAt(window, start.get()) <= now) {
      Trend last = Histories.trend(history, window, start.get(), true);
      context().forward(new Record<>(key, last, now));
      history = Histories.closed(history, window, start.get());
      start = Histories.nextCounted(history, window, start.get().plus(window.hop()));
    }
    history = Histories.withClosing(history, window, start.orElse(null));
    if (start.isPresent()) {
      put(closesAt(window, start.get()), window.name(), key);
    } else if (window == TrendWindow.DAY) {
      put(forgottenAt(history), "", key);
    }
    histories.put(key, history);
  }

  private void forget(String key) {
    TrendHistory history = histories == null ? null : histories.get(key);
    if (history == null || histories == null) {
      return;
    }
    if (forgottenAt(history) <= now) {
      histories.delete(key);
    } else if (Histories.closing(history, TrendWindow.DAY).isEmpty()) {
      put(forgottenAt(history), "", key);
    }
  }

  private long forgottenAt(TrendHistory history) {
    return history.getLastSeen().plus(settings.trendMemory()).toEpochMilli();
  }

  private long closesAt(TrendWindow window, Instant start) {
    return start.plus(window.size()).plus(settings.trendGrace()).toEpochMilli();
  }

  private Instant keptFrom() {
    return Instant.ofEpochMilli(now).minus(TrendWindow.DAY.size()).minus(settings.trendGrace());
  }

  private void put(long time, String window, String key) {
    if (closings != null) {
      closings.put(closingKey(time, window, key), NOTHING);
      nextClosing = Math.min(nextClosing, time);
    }
  }

  private void remove(String entry) {
    if (closings != null) {
      closings.delete(entry);
    }
  }

  /** Sorts by time: sixteen hexadecimal digits, the window's name or nothing, the thing's key. */
  private static String closingKey(long time, String window, String key) {
    return String.format("%016x/%s/%s", Math.max(0, time), window, key);
  }

  private static long timeOf(String entry) {
    return Long.parseLong(entry.substring(0, 16), 16);
  }
}

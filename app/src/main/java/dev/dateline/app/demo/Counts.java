package dev.dateline.app.demo;

import dev.dateline.schemas.Topic;
import dev.dateline.schemas.avro.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was seen on the topics since the demo began. Used by one thread at a time. */
final class Counts {

  private final Map<String, Long> records = new HashMap<>();
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

  void saw(String topic) {
    records.merge(topic, 1L, Long::sum);
  }

  void judged(Verdict verdict) {
    verdicts.merge(verdict, 1L, Long::sum);
  }

  long of(Topic<?> topic) {
    return records.getOrDefault(topic.name(), 0L);
  }

  /** Returns "9 new, 2 repeated". */
  String verdicts() {
    return verdicts.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%,d %s",
                    entry.getValue(),
                    entry.getKey().name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }
}

package dev.dateline.app.topics;

import dev.dateline.schemas.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Shows topics to a person, in 80 columns. */
public final class TopicTable {

  private static final String ROW = "%-20s %-16s %10s %12s %10s%n";

  private TopicTable() {}

  /** Prints a row a topic. */
  public static void print(List<TopicStanding> standings, PrintWriter out) {
    out.printf(ROW, "TOPIC", "VALUE", "PARTITIONS", "KEPT", "RECORDS");
    for (TopicStanding standing : standings) {
      Topic<?> topic = standing.topic();
      out.printf(
          ROW,
          topic.name(),
          topic.value() == null ? "bytes" : topic.value().getSimpleName(),
          standing.exists() ? Integer.toString(standing.partitions()) : "missing",
          kept(topic.retention()),
          standing.exists() ? "≤ " + String.format(Locale.ROOT, "%,d", standing.records()) : "-");
    }
  }

  private static String kept(@org.jspecify.annotations.Nullable Duration retention) {
    return retention == null ? "latest a key" : retention.toDays() + " days";
  }
}

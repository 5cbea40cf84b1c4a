package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.kafka.RecordReader;
import dev.dateline.schemas.PlainJson;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Trend;
import dev.dateline.schemas.avro.TrendKind;
import dev.dateline.sink.trends.TrendWindow;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what is named most against its own past. */
@Command(
    name = "trends",
    description = {
      "Print what stands out in the latest windows: the greatest burst score first, then the count.",
      "A + marks what was never seen before."
    })
final class TrendsCommand implements Callable<Integer> {

  private static final int NAME_WIDTH = 30;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Option(
      names = "--window",
      paramLabel = "WINDOW",
      defaultValue = "HOUR",
      description = "quarter_hour, hour or day. Default: hour.")
  private TrendWindow window = TrendWindow.HOUR;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "entity, place or claimant. Default: all.")
  private @Nullable TrendKind kind;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many to print. Default: ${DEFAULT-VALUE}.")
  private int top = 20;

  @Option(names = "--json", description = "Print whole records as JSON lines.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.openExisting(kafka.settings()));
      ServiceRunner.requireTopics(cluster, List.of(Topics.TRENDS));
      Map<String, Trend> latest = latest(cluster);
      if (latest.isEmpty()) {
        out.println("nothing counted yet in windows of " + name(window));
        return ExitStatus.OK.number();
      }
      if (!json) {
        out.printf(
            "%-8s %-" + NAME_WIDTH + "s %6s %8s %6s  %s%n",
            "kind",
            "name",
            "count",
            "expected",
            "score",
            "window");
      }
      latest.values().stream()
          .sorted(
              Comparator.comparing(
                      Trend::getScore, Comparator.nullsFirst(Comparator.<Double>naturalOrder()))
                  .thenComparing(Trend::getCount)
                  .reversed()
                  .thenComparing(Trend::getName))
          .limit(top)
          .forEach(trend -> print(out, trend));
      return ExitStatus.OK.number();
    } finally {
      out.flush();
    }
  }

  /** Returns the latest record of each thing's latest window. */
  private Map<String, Trend> latest(Cluster cluster) {
    Map<String, Trend> latest = new HashMap<>();
    try (var reader = new RecordReader<>(cluster, Topics.TRENDS, Long.MAX_VALUE)) {
      reader.read(
          false,
          record -> {
            Trend trend = record.value();
            boolean wanted =
                Duration.between(trend.getWindowStart(), trend.getWindowEnd()).equals(window.size())
                    && (kind == null || kind == trend.getKind());
            if (wanted) {
              latest.merge(record.key(), trend, TrendsCommand::later);
            }
            return true;
          });
    }
    return latest;
  }

  private static Trend later(Trend one, Trend other) {
    return other.getWindowStart().isBefore(one.getWindowStart()) ? one : other;
  }

  private void print(PrintWriter out, Trend trend) {
    if (json) {
      out.println(PlainJson.toString(trend));
      return;
    }
    out.printf(
        Locale.ROOT,
        "%-8s %-" + NAME_WIDTH + "s %6d %8s %6s  %s%n",
        trend.getKind().name().toLowerCase(Locale.ROOT),
        (trend.getFirstSeen() ? "+ " : "  ") + cut(trend.getName()),
        trend.getCount(),
        decimal(trend.getExpected()),
        decimal(trend.getScore()),
        trend.getWindowStart().toString().substring(0, 16).replace('T', ' '));
  }

  private static String decimal(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String cut(String name) {
    int most = NAME_WIDTH - 2;
    return name.codePointCount(0, name.length()) <= most
        ? name
        : name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static String name(TrendWindow window) {
    return window.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

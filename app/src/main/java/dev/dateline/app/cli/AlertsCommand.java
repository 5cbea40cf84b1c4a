package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.kafka.RecordReader;
import dev.dateline.app.print.Page;
import dev.dateline.schemas.PlainJson;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the alerts of claims. */
@Command(name = "alerts", description = "Print the latest alerts, oldest first.")
final class AlertsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Option(names = "--follow", description = "Go on with those to come, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many to begin with. Default: ${DEFAULT-VALUE}.")
  private int last = 20;

  @Option(
      names = "--watchlist",
      paramLabel = "NAME",
      description = "Only those of that watchlist. Default: of all.")
  private @Nullable String watchlist;

  @Option(names = "--json", description = "Print whole records as JSON lines.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Page page = Terminal.page(out);
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.openExisting(kafka.settings()));
      ServiceRunner.requireTopics(cluster, List.of(Topics.ALERTS));
      try (var reader = new RecordReader<>(cluster, Topics.ALERTS, Long.MAX_VALUE)) {
        List<Alert> latest = new ArrayList<>();
        reader.read(
            false,
            record -> {
              if (isWanted(record.value())) {
                latest.add(record.value());
              }
              return true;
            });
        latest.sort(Comparator.comparing(Alert::getRaised));
        latest
            .subList(Math.max(0, latest.size() - Math.max(0, last)), latest.size())
            .forEach(alert -> print(page, out, alert));
        out.flush();
        if (follow) {
          reader.read(
              true,
              record -> {
                if (isWanted(record.value())) {
                  print(page, out, record.value());
                }
                return !out.checkError();
              });
        }
      }
      return ExitStatus.OK.number();
    } finally {
      out.flush();
    }
  }

  private boolean isWanted(Alert alert) {
    return watchlist == null || watchlist.equals(alert.getWatchlist());
  }

  private void print(Page page, PrintWriter out, Alert alert) {
    if (json) {
      out.println(PlainJson.toString(alert));
      return;
    }
    page.paragraph(
        "bold",
        0,
        alert.getRaised().truncatedTo(ChronoUnit.SECONDS)
            + " "
            + alert.getSeverity()
            + " ["
            + alert.getWatchlist()
            + "]");
    page.paragraph("", 2, alert.getSummary());
    if (alert.getMore() > 0) {
      page.paragraph("", 2, "and " + alert.getMore() + " more:");
      alert.getAlso().forEach(summary -> page.paragraph("", 4, summary));
    }
    String url = alert.getClaim().getArticle().getUrl();
    if (url != null) {
      page.paragraph("faint", 2, url);
    }
  }
}

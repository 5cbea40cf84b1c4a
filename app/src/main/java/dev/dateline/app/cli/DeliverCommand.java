package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.delivery.AlertOutlets;
import dev.dateline.sink.delivery.DeliveryService;
import dev.dateline.sink.delivery.DeliverySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings alerts to webhooks, files and feed readers. */
@Command(
    name = "deliver",
    description = {
      "Post alerts to the webhooks of their watchlists, with retries for a day; with the options"
          + " below also into files and to feed readers.",
      "Runs until Ctrl-C. A second one takes over from the first."
    })
final class DeliverCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(500);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Mixin private WebhookOptions webhooks = new WebhookOptions();

  @Option(
      names = "--allow-private-webhooks",
      description = "Post to private addresses too, for receivers in one's own network.")
  private boolean allowPrivate;

  @Option(
      names = "--jsonl",
      paramLabel = "DIR",
      description = "Append every alert to JSON Lines files there, a new one every 64 MiB.")
  private @Nullable Path files;

  @Option(
      names = "--feed-port",
      paramLabel = "PORT",
      description = {
        "Serve the latest alerts on this machine's port, as /alerts.atom and /alerts.rss; 0 for a"
            + " free one."
      })
  private @Nullable Integer feedPort;

  @Override
  public Integer call() throws InterruptedException {
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.open(kafka.settings()));
      ServiceRunner.requireTopics(
          cluster,
          List.of(
              Topics.WATCHLISTS,
              Topics.ALERTS,
              Topics.ARTICLE_ALERTS,
              Topics.DELIVERIES,
              Topics.DEAD_DELIVERIES,
              Topics.DISABLED_WEBHOOKS));
      AlertOutlets outlets = null;
      if (files != null || feedPort != null) {
        outlets = resources.add(openOutlets(cluster));
        if (feedPort != null) {
          spec.commandLine().getErr().println("alerts at " + outlets.feedAddress());
          spec.commandLine().getErr().flush();
        }
      }
      DeliveryService service =
          resources.add(
              DeliveryService.start(
                  cluster.properties(Map.of()),
                  DeliverySettings.defaults().withPrivateAddresses(allowPrivate),
                  webhooks.secrets()));
      while (!service.awaitStopped(LOOK)) {
        if (outlets != null) {
          outlets.requireAlive();
        }
      }
      return ExitStatus.OK.number();
    } catch (ProducerFencedException e) {
      throw new CommandFailure(
          ExitStatus.FAILURE, "delivering: another `dateline deliver` took over: run one", e);
    } catch (KafkaException e) {
      if (StopSignal.isStopping()) {
        return ExitStatus.OK.number();
      }
      throw e;
    }
  }

  private AlertOutlets openOutlets(Cluster cluster) {
    try {
      return AlertOutlets.start(cluster.properties(Map.of()), files, feedPort);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "opening the files or the port of alerts: "
              + e.getMessage()
              + ": name a folder that can be written, and a free port",
          e);
    }
  }
}

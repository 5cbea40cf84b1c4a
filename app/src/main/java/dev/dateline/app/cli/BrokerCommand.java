package dev.dateline.app.cli;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the embedded broker on its own. */
@Command(
    name = "broker",
    description = {
      "Run the embedded Kafka broker on its own, until Ctrl-C.",
      "Prints its address on standard output."
    })
final class BrokerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where it keeps its data. Default: data/demo.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "The port it listens on, on this machine only. Default: a free one.")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    Path directory = data == null ? Home.current().demoData() : data;
    BrokerSettings settings =
        SettingsCheck.of(() -> BrokerSettings.of(directory).withPort(port).forLongLife());
    try (Resources resources = Resources.closedOnStop()) {
      EmbeddedBroker broker = resources.add(EmbeddedBroker.start(settings));
      PrintWriter out = spec.commandLine().getOut();
      out.println(broker.bootstrapServers());
      out.flush();
      broker.awaitEnd();
      throw new CommandFailure(
          ExitStatus.FAILURE,
          "running the broker: it ended by itself: see "
              + settings.dataDirectory().resolve("broker.log"));
    }
  }
}

package dev.dateline.app.cli;

import dev.dateline.app.demo.Demo;
import dev.dateline.app.demo.DemoSettings;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.dashboard.DashboardSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the whole way on an embedded broker and shows what comes out. */
@Command(
    name = "demo",
    description = {
      "Run everything in one process on an embedded Kafka broker, over files and folders of"
          + " articles, and show each article and each claim.",
      "Serves the dashboard and watches the folders until Ctrl-C, unless --once is given."
    })
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "Files (.txt, .html, .jsonl) and folders of articles. Default: the sample article in seeds."
      })
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--once", description = "End when every article is through.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the broker and the services keep their data. Default: data/demo.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "The broker's port, on this machine only. Default: a free one.")
  private int port;

  @Option(
      names = "--dashboard-port",
      paramLabel = "PORT",
      defaultValue = "8642",
      description = {
        "The dashboard's port, on this machine only; not served with --once. Default:"
            + " ${DEFAULT-VALUE}, or a free one where that is taken."
      })
  private int dashboardPort = DashboardSettings.DEFAULT_PORT;

  @Override
  public Integer call() throws InterruptedException {
    Home home = Home.current();
    Path directory = data == null ? home.demoData() : data;
    DemoSettings settings =
        SettingsCheck.of(
            () ->
                new DemoSettings(
                    paths,
                    BrokerSettings.of(directory).withPort(port),
                    DashboardSettings.defaults().at("localhost", dashboardPort),
                    once,
                    home));
    Demo demo =
        new Demo(
            settings,
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            Terminal.ansi(),
            System.getenv().getOrDefault("COLUMNS", ""));
    return demo.run().number();
  }
}

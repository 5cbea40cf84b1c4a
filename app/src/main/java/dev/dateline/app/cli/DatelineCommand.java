package dev.dateline.app.cli;

import dev.dateline.bench.BenchCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command with every other below it. */
@Command(
    name = "dateline",
    description = "Turns a stream of news articles into a stream of attributed, judged claims.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    showDefaultValues = false,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      IngestCommand.class,
      FeedsCommand.class,
      EnrichCommand.class,
      LedgerCommand.class,
      SinkCommand.class,
      DashboardCommand.class,
      AnnotateCommand.class,
      BrokerCommand.class,
      TopicsCommand.class,
      TailCommand.class,
      WatchCommand.class,
      AlertsCommand.class,
      TrendsCommand.class,
      DeliverCommand.class,
      DeliveriesCommand.class,
      ClaimsCommand.class,
      ExplainCommand.class,
      BenchCommand.class,
      ScoreCommand.class,
      TrainCommand.class,
      GazetteerCommand.class,
      CompletionCommand.class
    })
public final class DatelineCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      order = Integer.MAX_VALUE - 10,
      description = "Show logs and stack traces.")
  void debug(boolean wanted) {
    if (wanted) {
      Debug.turnOn();
    }
  }

  /** Returns the command, reading defaults from that environment, ready to execute once. */
  public static CommandLine commandLine(Map<String, String> environment) {
    EnvironmentDefaults defaults = new EnvironmentDefaults(environment);
    Faults faults = new Faults(defaults);
    CommandLine command = new CommandLine(new DatelineCommand());
    command.setDefaultValueProvider(defaults);
    command.setExecutionExceptionHandler(faults);
    command.setParameterExceptionHandler(faults);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(utf8(FileDescriptor.out));
    command.setErr(utf8(FileDescriptor.err));
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit status:%n")
        .exitCodeList(
            Arrays.stream(ExitStatus.values())
                .collect(
                    Collectors.toMap(
                        status -> Integer.toString(status.number()),
                        ExitStatus::meaning,
                        (first, second) -> first,
                        java.util.LinkedHashMap::new)))
        .footer(
            "",
            "Every option can also come from the environment: --bootstrap-server from",
            "DATELINE_BOOTSTRAP_SERVER. What wins, first to last: the command line, the",
            "environment, the file of --command-config, the built-in default.");
    return command;
  }

  /** What is printed is UTF-8 whatever the locale says: JSON has no other encoding. */
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}

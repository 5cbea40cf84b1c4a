package dev.dateline.app.cli;

import dev.dateline.broker.BrokerException;
import dev.dateline.broker.BrokerException.Reason;
import dev.dateline.dashboard.DashboardException;
import dev.dateline.ingest.publish.IngestException;
import dev.dateline.schemas.SchemaRegistryException;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns every fault into one line on standard error, {@code dateline: what: value: mend}, and an
 * exit status; a stack trace comes only with {@code --debug}.
 */
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final String PREFIX = "dateline: ";

  private final EnvironmentDefaults environment;

  Faults(EnvironmentDefaults environment) {
    this.environment = environment;
  }

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    if (StopSignal.isStopping()) {
      return ExitStatus.FAILURE.number();
    }
    PrintWriter err = command.getErr();
    err.println(PREFIX + oneLine(message(fault)));
    if (Debug.isOn()) {
      fault.printStackTrace(err);
    }
    err.flush();
    return status(fault).number();
  }

  @Override
  public int handleParseException(ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    String help = ": see " + command.getCommandSpec().qualifiedName() + " --help";
    String suggestion = "";
    if (fault instanceof UnmatchedArgumentException unmatched) {
      suggestion =
          unmatched.getSuggestions().stream()
              .findFirst()
              .map(word -> ": did you mean " + word + "?")
              .orElse("");
    }
    PrintWriter err = command.getErr();
    err.println(PREFIX + oneLine(origin(fault) + fault.getMessage() + suggestion + help));
    err.flush();
    return ExitStatus.USAGE.number();
  }

  /** Names the variable where the faulty value came from the environment. */
  private String origin(ParameterException fault) {
    boolean fromEnvironment =
        fault.getArgSpec() instanceof OptionSpec option
            && environment.sets(option)
            && !fault.getCommandLine().getParseResult().hasMatchedOption(option);
    return fromEnvironment
        ? "reading " + EnvironmentDefaults.variable((OptionSpec) fault.getArgSpec()) + ": "
        : "";
  }

  private static String message(Exception fault) {
    if (fault instanceof CommandFailure
        || fault instanceof BrokerException
        || fault instanceof DashboardException
        || fault instanceof IngestException
        || fault instanceof SchemaRegistryException) {
      return String.valueOf(fault.getMessage());
    }
    if (fault instanceof KafkaException) {
      return "talking to Kafka: " + root(fault) + ": run again with --debug to see more";
    }
    return "unexpected: " + root(fault) + ": run again with --debug to see where";
  }

  private static String root(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  private static ExitStatus status(Exception fault) {
    if (fault instanceof CommandFailure failure) {
      return failure.status();
    }
    if (fault instanceof BrokerException broker && broker.reason() == Reason.DIRECTORY_UNUSABLE) {
      return ExitStatus.USAGE;
    }
    return ExitStatus.FAILURE;
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}

package dev.dateline.app.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives every option a value from the environment: {@code --bootstrap-server} is {@code
 * DATELINE_BOOTSTRAP_SERVER}.
 *
 * <p>Where one setting comes from several places, the first of these wins:
 *
 * <ol>
 *   <li>the command line;
 *   <li>the environment;
 *   <li>the file of {@code --command-config}, by Kafka's own names;
 *   <li>the built-in default.
 * </ol>
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {

  private static final String PREFIX = "DATELINE_";

  private final Map<String, String> environment;

  /** Reads from that environment. */
  public EnvironmentDefaults(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option && isSetting(option)
        ? environment.get(variable(option))
        : null;
  }

  /** Returns the variable an option is read from. */
  public static String variable(OptionSpec option) {
    return PREFIX
        + option.longestName().replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Tells whether an option is a setting; help and version are questions. */
  public static boolean isSetting(OptionSpec option) {
    return !option.usageHelp() && !option.versionHelp();
  }

  /** Tells whether the environment sets that option. */
  boolean sets(OptionSpec option) {
    return isSetting(option) && environment.containsKey(variable(option));
  }
}

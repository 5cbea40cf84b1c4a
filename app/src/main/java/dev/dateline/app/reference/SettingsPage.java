package dev.dateline.app.reference;

import dev.dateline.app.cli.EnvironmentDefaults;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes {@code docs/reference/settings.md}: every command with its options and their environment
 * names.
 */
public final class SettingsPage {

  private static final List<String> EVERYWHERE = List.of("--help", "--version", "--debug");

  private SettingsPage() {}

  private static final String HEAD =
      """
      # Commands and settings

      Generated from `app/`; do not edit.

      Where one setting comes from several places, the first of these wins:

      1. the command line;
      2. the environment;
      3. the file of `--command-config`, by Kafka's own names;
      4. the built-in default.

      """;

  /** Returns the page in Markdown; the same for the same commands. */
  public static String render(CommandLine root) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("Every command also takes ");
    page.append(
        EVERYWHERE.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")));
    page.append(".\n");
    describe(root, page);
    return page.toString();
  }

  private static void describe(CommandLine command, StringBuilder page) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.usageMessage().hidden()) {
      return;
    }
    page.append("\n## ").append(spec.qualifiedName(" ")).append("\n\n");
    page.append(text(spec.usageMessage().description())).append('\n');
    List<PositionalParamSpec> parameters =
        spec.positionalParameters().stream().filter(parameter -> !parameter.hidden()).toList();
    List<OptionSpec> options =
        spec.options().stream()
            .filter(option -> !option.hidden() && !EVERYWHERE.contains(option.longestName()))
            .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
            .toList();
    if (!parameters.isEmpty() || !options.isEmpty()) {
      page.append("\n| option | environment | default | meaning |\n| --- | --- | --- | --- |\n");
    }
    for (PositionalParamSpec parameter : parameters) {
      row(page, parameter.paramLabel(), "", parameter.defaultValue(), parameter.description());
    }
    for (OptionSpec option : options) {
      String label = option.typeInfo().isBoolean() ? "" : " " + option.paramLabel();
      row(
          page,
          "`" + option.longestName() + label + "`",
          "`" + EnvironmentDefaults.variable(option) + "`",
          option.defaultValue(),
          option.description());
    }
    Collection<CommandLine> children =
        new TreeSet<>((one, other) -> one.getCommandName().compareTo(other.getCommandName()));
    children.addAll(command.getSubcommands().values());
    children.forEach(child -> describe(child, page));
  }

  private static void row(
      StringBuilder page, String name, String environment, String value, String[] description) {
    page.append("| ").append(name).append(" | ").append(environment).append(" | ");
    page.append(value == null ? "" : "`" + value + "`");
    page.append(" | ").append(text(description)).append(" |\n");
  }

  private static String text(String[] lines) {
    return Arrays.stream(lines)
        .collect(Collectors.joining(" "))
        .replaceAll("%n|\\s+", " ")
        .replace("|", "\\|")
        .trim();
  }
}

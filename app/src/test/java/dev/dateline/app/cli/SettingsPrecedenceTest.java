package dev.dateline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class SettingsPrecedenceTest {

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile(@TempDir Path directory)
      throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("client.properties"), "bootstrap.servers=localhost:3\n");
    Map<String, String> config = Map.of("DATELINE_COMMAND_CONFIG", file.toString());
    Map<String, String> both = new HashMap<>(config);
    both.put("DATELINE_BOOTSTRAP_SERVER", "localhost:2");
    assertThat(connectsTo(both, "--bootstrap-server", "localhost:1")).isEqualTo("localhost:1");
    assertThat(connectsTo(both)).isEqualTo("localhost:2");
    assertThat(connectsTo(config)).isEqualTo("localhost:3");
  }

  @Test
  void aDataDirectoryOnTheCommandLineWinsOverAClusterInTheEnvironment(@TempDir Path directory) {
    CommandRun run =
        CommandRun.of(
            Map.of("DATELINE_BOOTSTRAP_SERVER", "localhost:2"),
            "tail",
            "news.claims",
            "--data",
            directory.resolve("none").toString());
    assertThat(run.err()).contains("nothing there yet");
  }

  @Test
  void everySettingHasAVariableAndEachVariableOneMeaning() {
    Map<String, List<String>> names = new HashMap<>();
    collect(DatelineCommand.commandLine(Map.of()), names);
    assertThat(names).containsKeys("DATELINE_BOOTSTRAP_SERVER", "DATELINE_DATA", "DATELINE_DEBUG");
    assertThat(names.values())
        .allSatisfy(options -> assertThat(options.stream().distinct()).hasSize(1));
  }

  private static void collect(CommandLine command, Map<String, List<String>> names) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (EnvironmentDefaults.isSetting(option)) {
        names
            .computeIfAbsent(EnvironmentDefaults.variable(option), unseen -> new ArrayList<>())
            .add(option.longestName());
      }
    }
    command.getSubcommands().values().forEach(subcommand -> collect(subcommand, names));
  }

  /** Nothing listens on these ports, so the message says where the command tried to connect. */
  private static String connectsTo(Map<String, String> environment, String... options) {
    List<String> arguments = new ArrayList<>(List.of("tail", "news.claims"));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(environment, arguments.toArray(String[]::new));
    return run.err().replaceAll("(?s)^dateline: connecting to Kafka: (\\S+): no broker.*", "$1");
  }
}

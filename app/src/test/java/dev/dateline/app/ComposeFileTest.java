package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dateline.app.cli.DatelineCommand;
import dev.dateline.app.cli.EnvironmentDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** Holds docker-compose.yml and Dockerfile to the code, where no Docker engine is at hand. */
final class ComposeFileTest {

  private static final Path ROOT = Path.of(System.getProperty("dateline.root", ".."));
  private static final Set<String> SERVICES =
      Set.of("ingest", "enrich", "ledger", "sink", "deliver", "dashboard");

  private final Map<String, Map<String, Object>> services = services();

  @Test
  void everyServiceOfDatelineIsThereUnderItsCommandsName() {
    SERVICES.forEach(
        name -> assertThat(command(name).get(0)).as("command of %s", name).isEqualTo(name));
  }

  @Test
  void everyCommandIsOneTheCommandLineTakes() {
    ours()
        .forEach(
            name ->
                assertThatCode(
                        () ->
                            DatelineCommand.commandLine(Map.of())
                                .parseArgs(command(name).toArray(String[]::new)))
                    .as("command of %s", name)
                    .doesNotThrowAnyException());
  }

  @Test
  void everyVariableIsASettingOfItsCommand() {
    ours()
        .forEach(
            name ->
                assertThat(settingsOf(command(name)))
                    .as("settings of %s", name)
                    .containsAll(environment(name).keySet()));
  }

  @Test
  void everyServiceFindsTheBrokerWhereItListens() {
    String listener = String.valueOf(environment("kafka").get("KAFKA_ADVERTISED_LISTENERS"));
    ours()
        .forEach(
            name ->
                assertThat(listener)
                    .isEqualTo(
                        "PLAINTEXT://" + environment(name).get("DATELINE_BOOTSTRAP_SERVER")));
  }

  @Test
  void theTopicsComeFromTheCatalogueAndNotFromTheBroker() {
    assertThat(command("topics")).containsExactly("topics", "create");
    assertThat(environment("kafka")).containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    SERVICES.forEach(name -> assertThat(services.get(name)).containsKey("depends_on"));
  }

  @Test
  void theBrokerIsTheReleaseTheClientsAreOf() throws IOException {
    assertThat(Files.readString(ROOT.resolve("pom.xml"))).contains("<kafka.version>4.3.1<");
    assertThat(Objects.requireNonNull(services.get("kafka")))
        .containsEntry("image", "apache/kafka:4.3.1");
  }

  @Test
  void theImageRunsTheCommandAsAnUnprivilegedUser() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("Dockerfile"));
    assertThat(lines).contains("USER dateline");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("ENTRYPOINT") && line.contains(Main.class.getName()));
    assertThat(lines).anyMatch(line -> line.contains("/src/app/target/dist/lib"));
  }

  private Collection<String> ours() {
    return services.keySet().stream().filter(name -> !name.equals("kafka")).toList();
  }

  private static Set<String> settingsOf(List<String> words) {
    CommandLine command = DatelineCommand.commandLine(Map.of());
    Set<String> settings = new HashSet<>();
    for (String word : words) {
      CommandLine next = command.getSubcommands().get(word);
      if (next != null) {
        command = next;
      }
    }
    command
        .getCommandSpec()
        .options()
        .forEach(option -> settings.add(EnvironmentDefaults.variable(option)));
    return settings;
  }

  private List<String> command(String service) {
    Object words = Objects.requireNonNull(services.get(service)).get("command");
    return strings((Collection<?>) Objects.requireNonNull(words));
  }

  private Map<String, String> environment(String service) {
    Map<String, String> variables = new TreeMap<>();
    Object given = Objects.requireNonNull(services.get(service)).get("environment");
    if (given instanceof Map<?, ?> map) {
      map.forEach((key, value) -> variables.put(String.valueOf(key), String.valueOf(value)));
    }
    return variables;
  }

  private static List<String> strings(Collection<?> values) {
    return values.stream().map(String::valueOf).toList();
  }

  private static Map<String, Map<String, Object>> services() {
    try {
      Map<String, Map<String, Map<String, Object>>> file =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(Files.readString(ROOT.resolve("docker-compose.yml")));
      return Objects.requireNonNull(file.get("services"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("reading docker-compose.yml", e);
    }
  }
}

package dev.dateline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          demo --onc                               | 2 | did you mean --once?
          frobnicate                               | 2 | Unmatched argument
          tail                                     | 2 | TOPIC
          topics                                   | 2 | create, describe or check
          tail news.claims --max-messages many     | 2 | 'many' is not a long
          tail news.claims --data nowhere          | 2 | nothing there yet
          tail x --data d --bootstrap-server h:1   | 2 | two clusters
          tail x --bootstrap-server nonsense       | 2 | give HOST:PORT
          tail x --bootstrap-server h:1,           | 2 | give HOST:PORT
          tail x --command-config no.properties    | 2 | no.properties: no such file
          claims --data nowhere                    | 2 | nothing there yet
          claims --status nonsense                 | 2 | 'nonsense'
          claims --since yesterday                 | 2 | 'yesterday'
          explain                                  | 2 | CLAIM-ID
          explain abc --bootstrap-server host:1:2  | 2 | give HOST:PORT
          explain abc --data nowhere               | 2 | nothing there yet
          dashboard --port 70000                   | 2 | not a port: 70000
          dashboard --feed-claims 0                | 2 | a feed of 0 claims
          demo --dashboard-port 70000 pom.xml      | 2 | not a port: 70000
          ingest no-such-file.txt                  | 2 | no-such-file.txt: no such file or folder
          demo no-such-file.txt                    | 2 | no-such-file.txt: no such file or folder
          demo --once --port 70000 pom.xml         | 2 | not a port: 70000
          broker --port 70000                      | 2 | not a port: 70000
          annotate --aliases no.tsv pom.xml        | 2 | alias file no.tsv: no such file
          annotate --gazetteer no.bin pom.xml      | 2 | gazetteer no.bin: no such file
          annotate --gazetteer pom.xml pom.xml     | 2 | pom.xml: not a gazetteer
          annotate --annotate-budget-ms 0 pom.xml  | 2 | not a time above zero
          train                                    | 2 | Missing command: names
          train names no.tsv                       | 2 | corpus no.tsv: no such file
          train names --epochs 0 pom.xml           | 2 | not above zero
          train names pom.xml                      | 2 | line 1: not token<TAB>tag
          gazetteer                                | 2 | build or describe
          gazetteer describe no.bin                | 2 | gazetteer no.bin: no such file
          gazetteer build pom.xml                  | 2 | --admin1-codes
          """)
  void aMistakeGivesOneLineAndItsStatus(String arguments, int status, String part) {
    failsInOneLine(CommandRun.of(Map.of(), arguments.strip().split(" ", -1)), status, part);
  }

  private static void failsInOneLine(CommandRun run, int status, String part) {
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("dateline: ").contains(part);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tail x", "claims", "explain abc", "enrich", "dashboard"})
  void aBrokerThatDoesNotAnswerInTheTimeOfTheCommandConfigGivesOneLine(
      String command, @TempDir Path directory) throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("impatient.properties"),
            "default.api.timeout.ms=600\nrequest.timeout.ms=300\n");
    CommandRun run =
        CommandRun.of(
            Map.of("DATELINE_COMMAND_CONFIG", config.toString()),
            (command + " --bootstrap-server localhost:1").split(" ", -1));
    failsInOneLine(run, 1, "no broker answers");
    assertThat(run.err()).startsWith("dateline: connecting to Kafka: ");
  }

  @Test
  void aWrongValueFromTheEnvironmentNamesItsVariable() {
    CommandRun run = CommandRun.of(Map.of("DATELINE_PORT", "high"), "broker");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("dateline: reading DATELINE_PORT: ");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void aPortInUseGivesOneLine(@TempDir Path data) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run =
          CommandRun.of(
              Map.of(),
              "broker",
              "--data",
              data.toString(),
              "--port",
              Integer.toString(taken.getLocalPort()));
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).contains("port " + taken.getLocalPort() + " is in use");
      assertThat(run.status()).isEqualTo(1);
    }
  }

  @Test
  void aRunningBrokersDirectoryServesClientsAndRefusesASecondDemo(@TempDir Path directory)
      throws IOException {
    Path article = Files.writeString(directory.resolve("article.txt"), "Nothing happened.");
    Path data = directory.resolve("data");
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(data))) {
      CommandRun unknown = CommandRun.of(Map.of(), "tail", "no.topic", "--data", data.toString());
      assertThat(unknown.err().lines()).hasSize(1);
      assertThat(unknown.err())
          .contains("reading topic no.topic: not there at " + broker.bootstrapServers());
      assertThat(unknown.status()).isEqualTo(2);

      CommandRun demo =
          CommandRun.of(Map.of(), "demo", "--once", "--data", data.toString(), article.toString());
      assertThat(demo.err().lines()).hasSize(1);
      assertThat(demo.err()).contains("in use by this process").contains("--data");
      assertThat(demo.status()).isEqualTo(1);

      topicsAreCreatedOnceAndThenFit(broker);
    }
  }

  private static void topicsAreCreatedOnceAndThenFit(EmbeddedBroker broker) {
    Map<String, String> environment =
        Map.of("DATELINE_BOOTSTRAP_SERVER", broker.bootstrapServers());
    assertThat(CommandRun.of(environment, "topics", "check").status()).isEqualTo(1);
    assertThat(CommandRun.of(environment, "topics", "create").out())
        .contains("created news.claims");
    assertThat(CommandRun.of(environment, "topics", "create").out()).contains("nothing to create");
    CommandRun check = CommandRun.of(environment, "topics", "check");
    assertThat(List.of(check.status(), check.err())).isEqualTo(List.of(0, ""));
    assertThat(CommandRun.of(environment, "topics", "describe").out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }
}

package dev.dateline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerCommandTest {

  private static final Path TABLES =
      Path.of(System.getProperty("dateline.root", ".."))
          .resolve("enrich/src/test/resources/dev/dateline/enrich/places");

  @Test
  void aGazetteerOfOnesOwnIsBuiltDescribedAndUsed(@TempDir Path directory) throws IOException {
    Path built = directory.resolve("own.bin");
    Path article =
        Files.writeString(
            directory.resolve("article.txt"),
            "Shells hit the village of Kozinka in the Belgorod region of Russia on Monday.");

    CommandRun build =
        CommandRun.of(
            Map.of(),
            "gazetteer",
            "build",
            TABLES.resolve("places.txt").toString(),
            "--admin1-codes",
            TABLES.resolve("admin1Codes.txt").toString(),
            "--country-info",
            TABLES.resolve("countryInfo.txt").toString(),
            "--out",
            built.toString());
    CommandRun annotate =
        CommandRun.of(Map.of(), "annotate", "--gazetteer", built.toString(), article.toString());

    assertThat(build.err()).isEmpty();
    assertThat(build.out()).contains("gazetteer   " + built, "places", "loaded in");
    assertThat(annotate.out()).contains("\"name\":\"Kozinka\"", "\"precision\":\"SETTLEMENT\"");
  }
}

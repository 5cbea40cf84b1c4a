package dev.dateline.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.cli.DatelineCommand;
import dev.dateline.ingest.push.PushApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/reference to the code it is generated from. To write the pages anew: {@code mvn
 * -Dquick -DskipTests=false -pl app -am -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtest=ReferencePagesTest -Ddateline.docs.write=true test}
 */
final class ReferencePagesTest {

  private static final Path REFERENCE =
      Path.of(System.getProperty("dateline.root", "..")).resolve("docs/reference");

  @Test
  void theTopicsPageIsWhatTheCatalogueSays() throws IOException {
    check("topics.md", TopicsPage.render());
  }

  @Test
  void theAsyncApiDocumentIsWhatTheCatalogueSays() throws IOException {
    check("asyncapi.json", AsyncApiPage.render());
  }

  @Test
  void theOpenApiDocumentIsWhatTheServerServes() throws IOException {
    check("openapi.json", PushApi.document());
  }

  @Test
  void theWatchlistsPageIsWhatTheFieldsSay() throws IOException {
    check("watchlists.md", WatchlistsPage.render());
  }

  @Test
  void theSettingsPageIsWhatTheCommandsSay() throws IOException {
    check("settings.md", SettingsPage.render(DatelineCommand.commandLine(Map.of())));
  }

  @Test
  void everySettingSaysWhatItMeans() {
    assertThat(SettingsPage.render(DatelineCommand.commandLine(Map.of())).lines())
        .noneMatch(line -> line.startsWith("| ") && line.endsWith("|  |"));
  }

  private static void check(String name, String expected) throws IOException {
    Path page = REFERENCE.resolve(name);
    if (Boolean.getBoolean("dateline.docs.write")) {
      Files.createDirectories(REFERENCE);
      Files.writeString(page, expected);
    }
    assertThat(page)
        .as("%s is stale: write it anew with the command in ReferencePagesTest", page)
        .hasContent(expected);
  }
}

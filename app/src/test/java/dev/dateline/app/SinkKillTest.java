package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.demo.Demo;
import dev.dateline.app.score.SinkDrill;
import dev.dateline.app.score.Tally;
import dev.dateline.enrich.Annotator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the sink three times on its way, as nothing but {@code kill -9} can. */
class SinkKillTest {

  private static final Path ROOT = Path.of(System.getProperty("dateline.root"));
  private static final int GENERATED = 250;

  @Test
  void claimsSightingsAndAlertsAreThereExactlyOnceThoughTheSinkIsKilledThreeTimes(
      @TempDir Path directory) throws Exception {
    List<String> told = new ArrayList<>();
    SinkDrill drill =
        new SinkDrill(Annotator.create(Demo.ANNOTATOR_SETTINGS), directory, told::add);

    List<Tally> tallies =
        drill.run(
            List.of(
                ROOT.resolve("seeds"),
                ROOT.resolve("app/src/test/resources/story.jsonl"),
                GeneratedArticles.write(directory.resolve("generated.jsonl"), GENERATED)),
            3);

    assertThat(told).filteredOn(line -> line.startsWith("sink killed")).hasSize(3);
    assertThat(tallies).allMatch(Tally::isExact);
    assertThat(tallies)
        .filteredOn(tally -> tally.expected() > 0)
        .as("of what there was any")
        .extracting(Tally::what)
        .contains(
            "news.claims",
            "news.claims.json",
            "news.entities",
            "news.places",
            "news.alerts everything",
            "news.alerts denials",
            "news.alerts.articles")
        .doesNotContain("news.alerts nothing");
  }
}

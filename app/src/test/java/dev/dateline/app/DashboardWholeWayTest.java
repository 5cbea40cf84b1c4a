package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.ClusterSettings;
import dev.dateline.app.service.Pipeline;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.dashboard.Dashboard;
import dev.dateline.dashboard.DashboardSettings;
import dev.dateline.dashboard.testing.Browser;
import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.AnnotatorSettings;
import dev.dateline.enrich.stream.EnrichApp;
import dev.dateline.ingest.FileIngest;
import dev.dateline.ingest.IngestListener;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.streams.StreamsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * The sample and a story of fourteen articles go the whole way to the page, and what a person sees
 * of them is written to target/screenshots; docs/dashboard.png is one of those.
 */
final class DashboardWholeWayTest {

  private static final Path ROOT = Path.of(System.getProperty("dateline.root", ".."));
  private static final Path SHOTS = ROOT.resolve("app/target/screenshots");
  private static final List<Path> ARTICLES =
      List.of(ROOT.resolve("seeds"), ROOT.resolve("app/src/test/resources/story.jsonl"));
  private static final int[] WIDTHS = {360, 1280, 2560};

  @Test
  void theSampleAndTheStoryAreOnThePage(@TempDir Path directory) throws InterruptedException {
    Assumptions.assumeTrue(Browser.isThere(), Browser.MISSING);
    Annotator annotator =
        Annotator.create(
            new AnnotatorSettings(
                Duration.ofMinutes(1), AnnotatorSettings.DEFAULT_MOST_CODE_POINTS, null, null));
    try (Cluster cluster =
        Cluster.start(
            new ClusterSettings(null, directory, Map.of()), BrokerSettings.of(directory))) {
      try (Admin admin = cluster.admin()) {
        new TopicAdmin(admin).createMissing(Topics.all());
      }
      try (Pipeline pipeline =
              Pipeline.start(
                  List.of(new EnrichApp(annotator::annotate), new LedgerApp(), new SinkApp()),
                  StreamsSettings.of(cluster.bootstrapServers(), cluster.stateDirectory()));
          Dashboard dashboard =
              Dashboard.start(
                  cluster.properties(Map.of()), DashboardSettings.defaults().at("localhost", 0));
          Browser browser = Browser.open(dashboard.address());
          FileIngest ingest =
              FileIngest.of(
                  ARTICLES,
                  cluster.properties(Map.of()),
                  IngestSettings.defaults(),
                  Clock.systemUTC(),
                  IngestListener.NONE)) {
        browser.look(1280, 900, "light");
        browser.go("/");
        assertThat(ingest.runOnce().published()).isEqualTo(15);
        pipeline.awaitRunning();
        look(browser);
      }
    }
  }

  private static void look(Browser browser) {
    // The feed is open from before the first article, and nobody loads it again.
    browser.first(".feed .claim");
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> browser.number("Number(document.querySelector('.total').innerText)") > 60);
    browser.go("/?text=deputy+defense+minister");
    assertThat(browser.first(".feed .claim", "deputy defense minister").getText())
        .contains("25 May 2023");
    browser.go("/?text=Huliaipole&verdict=disputed");
    browser.first(".feed .claim", "Huliaipole").findElement(By.cssSelector(".claim-link")).click();
    browser.first(".versus");
    browser.first(".excerpt .mark-content");
    String claim = URI.create(browser.location()).getPath();
    browser.go("/entities");
    browser.first("tbody th a").click();
    browser.first(".thing-head");
    String entity = URI.create(browser.location()).getRawPath();
    browser.go("/map?window=all");
    browser.first(".spot-item", "Bakhmut");
    String place =
        String.valueOf(
            browser.run(
                "return [...document.querySelectorAll('.spot-item')].find(each =>"
                    + " each.classList.contains('heat-warm') || each.classList.contains('heat-hot'))"
                    + ".dataset.place"));
    for (String theme : List.of("light", "dark")) {
      for (int width : WIDTHS) {
        browser.look(width, width < 500 ? 780 : 900, theme);
        shoot(browser, "/", ".feed .claim", "feed", width, theme);
        shoot(browser, "/map?window=all&place=" + place, ".panel h2", "map", width, theme);
        shoot(browser, claim, ".claim-quote", "claim", width, theme);
        shoot(browser, "/places/" + place, ".claims .claim", "place", width, theme);
        shoot(browser, entity, ".claims .claim", "entity", width, theme);
        shoot(browser, "/sources", "tbody tr", "sources", width, theme);
        shoot(browser, "/pipeline", ".tile", "pipeline", width, theme);
      }
    }
    assertThat(browser.errors()).isEmpty();
  }

  private static void shoot(
      Browser browser, String path, String wanted, String name, int width, String theme) {
    browser.go(path);
    browser.first(wanted);
    browser.awaitTrue("document.getAnimations().every(each => each.playState !== 'running')");
    browser.shoot(SHOTS.resolve(name + "-" + width + "-" + theme + ".png"));
  }
}

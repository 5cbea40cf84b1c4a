package dev.dateline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.dashboard.testing.Accessibility;
import dev.dateline.dashboard.testing.Browser;
import dev.dateline.dashboard.testing.Story;
import dev.dateline.dashboard.testing.TestCluster;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.SourceHealth;
import dev.dateline.schemas.avro.SourceProblem;
import dev.dateline.schemas.avro.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The page in a real browser. Every test has an outlet of its own, and looks at its claims alone.
 */
final class BrowserTest {

  private static final int MANY = 10_000;

  @TempDir private static Path directory = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static TestCluster cluster;

  @SuppressWarnings("NullAway.Init")
  private static Dashboard dashboard;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(Browser.isThere(), Browser.MISSING);
    cluster = TestCluster.start(directory);
    dashboard =
        Dashboard.start(cluster.properties(), DashboardSettings.defaults().at("localhost", 0));
    browser = Browser.open(dashboard.address());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (dashboard != null) {
      dashboard.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void begin() {
    browser.look(1280, 900, "light");
  }

  @AfterEach
  void theConsoleIsClean() {
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void claimsShowAsTheyCome() {
    Story story = new Story(cluster, "Live Herald");
    openFeed("Live Herald");
    browser.first(".state", "Live");
    story.claim("Ivo Marr", "the port is open");
    WebElement row = browser.first(".feed .claim", "the port is open");
    assertThat(row.getText())
        .contains("New", "Ivo Marr", "harbour master", "Port Ilmar", "Live Herald");
    story.claim("Lena Holt", "the port is closed", Verdict.DISPUTED);
    browser.first(".feed .claim", "the port is closed");
    assertThat(browser.all(".feed .claim").get(0).getText()).contains("Disputed", "Lena Holt");
  }

  @Test
  void aFilterIsInTheAddressAndAnAddressFilters() {
    new Story(cluster, "Filter Herald")
        .claim("Ivo Marr", "the port is open")
        .claim("Lena Holt", "the port is closed", Verdict.DISPUTED);
    openFeed("Filter Herald");
    browser.first(".feed .claim", "the port is open");
    browser.first(".toggle-disputed").click();
    browser.awaitTrue("document.querySelectorAll('.feed .claim').length === 1");
    assertThat(browser.location()).contains("verdict=DISPUTED", "source=Filter+Herald");
    browser.go("/?source=Filter+Herald&text=open&claimant=ivo");
    browser.first(".feed .claim", "the port is open");
    assertThat(browser.all(".feed .claim")).hasSize(1);
    assertThat(browser.first("#filter-claimant").getDomProperty("value")).isEqualTo("ivo");
    browser.go("/?source=Filter+Herald&place=nowhere");
    browser.first(".empty", "No claim fits");
  }

  @Test
  void newClaimsDoNotMoveWhatIsRead() {
    Story story = new Story(cluster, "Still Herald").claims(60);
    openFeed("Still Herald");
    browser.awaitTrue("document.querySelectorAll('.feed .claim').length > 5");
    browser.run("document.querySelector('.feed').scrollTop = 1200");
    String seen = "document.elementFromPoint(500, 600).closest('.claim').dataset.key";
    browser.awaitTrue(seen + " !== undefined");
    Object before = browser.run("return " + seen);
    double top =
        browser.number(
            "document.elementFromPoint(500, 600).closest('.claim').getBoundingClientRect().top");
    story.claim("Ivo Marr", "the port is open");
    browser.first(".jump", "1 new claim");
    assertThat(browser.run("return " + seen)).isEqualTo(before);
    assertThat(
            browser.number(
                "document.elementFromPoint(500, 600).closest('.claim').getBoundingClientRect().top"))
        .isEqualTo(top);
    browser.first(".jump").click();
    browser.first(".feed .claim", "the port is open");
    browser.awaitTrue("document.querySelector('.feed').scrollTop === 0");
  }

  @Test
  void aPausedFeedHoldsBackWhatComes() {
    Story story = new Story(cluster, "Pause Herald").claim("Ivo Marr", "one");
    openFeed("Pause Herald");
    browser.first(".feed .claim", "one");
    browser.first(".pause").click();
    story.claim("Ivo Marr", "two");
    browser.first(".jump", "1 new claim");
    assertThat(browser.all(".feed .claim")).hasSize(1);
    browser.first(".pause").click();
    browser.first(".feed .claim", "two");
  }

  @Test
  void theDocumentHoldsOnlyWhatIsSeenOfTenThousandClaims() {
    new Story(cluster, "Many Herald").claims(MANY);
    Awaitility.await()
        .until(
            () -> {
              openFeed("Many Herald");
              return browser.first(".total", "+").isDisplayed();
            });
    String figures =
        String.valueOf(
            browser.runLong(
                """
                const done = arguments[0];
                const feed = document.querySelector('.feed');
                const frames = [];
                let most = 0;
                let last = performance.now();
                let idle = 0;
                function step(now) {
                  frames.push(now - last);
                  last = now;
                  most = Math.max(most, feed.querySelectorAll('.claim').length);
                  const before = feed.scrollTop;
                  feed.scrollTop += 2400;
                  idle = feed.scrollTop === before ? idle + 1 : 0;
                  if (idle < 60 && frames.length < 1800) {
                    requestAnimationFrame(step);
                    return;
                  }
                  frames.sort((one, other) => one - other);
                  const shown = Number(feed.querySelector('.claim:last-child').getAttribute('aria-setsize'));
                  done([shown, most, frames[Math.floor(frames.length / 2)], frames[Math.floor(frames.length * 0.99)]]
                    .map(each => Math.round(each * 10) / 10).join(' '));
                }
                requestAnimationFrame(step);
                """));
    String[] parts = figures.split(" ", -1);
    System.err.printf(
        Locale.ROOT,
        "scrolling %s claims: at most %s rows in the document, frames p50 %s ms, p99 %s ms%n",
        (Object[]) parts);
    assertThat(Integer.parseInt(parts[0])).isEqualTo(MANY);
    assertThat(Integer.parseInt(parts[1])).isLessThan(60);
  }

  @Test
  void theKeyboardGoesThroughTheFeedAndOpensAClaim() {
    new Story(cluster, "Key Herald")
        .claim("Ivo Marr", "one")
        .claim("Ivo Marr", "two")
        .claim("Ivo Marr", "three");
    openFeed("Key Herald");
    browser.awaitTrue("document.querySelectorAll('.feed .claim').length === 3");
    browser.run("document.querySelector('.feed .claim').focus()");
    browser.press(Keys.ARROW_DOWN);
    browser.press("j");
    assertThat(browser.run("return document.activeElement.innerText")).asString().contains("one");
    browser.press(Keys.ENTER);
    browser.first(".claim-quote", "one");
    assertThat(browser.run("return document.activeElement.tagName")).isEqualTo("H1");
  }

  @Test
  void aClaimShowsItsSentenceTheNearestEarlierOneAndAllThatCarryIt() {
    Story story =
        new Story(cluster, "Detail Herald")
            .claim("Ivo Marr", "the port is open")
            .claim("Lena Holt", "the port is closed", Verdict.DISPUTED)
            .standing();
    openFeed("Detail Herald");
    browser.first(".claim-link", "the port is closed").click();
    browser.first(".excerpt .mark-content", "the port is closed");
    assertThat(browser.first(".excerpt .mark-claimant").getText()).isEqualTo("Lena Holt");
    assertThat(browser.first(".excerpt .mark-cue").getText()).isEqualTo("said");
    assertThat(browser.first(".versus del").getText()).isEqualTo("open");
    assertThat(browser.first(".versus ins").getText()).isEqualTo("closed");
    assertThat(browser.first(".differences").getText())
        .contains("Claimant", "Ivo Marr", "Lena Holt");
    assertThat(browser.first(".chain").getText()).contains("Detail Herald", "Lena Holt");
    assertThat(browser.first(".reasons").getText()).contains("speaks against");
    Awaitility.await()
        .ignoreExceptions()
        .until(
            () -> {
              browser.go("/claims/" + id(story.claims().get(0)));
              browser.first(".claim-quote");
              return browser.all(".carriers li").size() == 2;
            });
    assertThat(browser.all(".timeline .dot")).hasSize(2);
    assertThat(browser.first(".carriers").getText()).contains("Ferries sail again");
  }

  @Test
  void theMapShowsAPlaceAndWhoClaimsWhatThere() {
    new Story(cluster, "Map Herald")
        .claim("Ivo Marr", "the port is open")
        .claim("Lena Holt", "the port is closed", Verdict.DISPUTED)
        .standing();
    browser.go("/map?window=day");
    browser.first(".spot-item", "Port Ilmar").click();
    browser.first(".panel .contest", "contested");
    assertThat(browser.all(".panel .side")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(browser.location()).contains("place=geonames%3A1");
    browser.awaitTrue("document.querySelectorAll('path.land').length > 200");
    WebElement spot = browser.first("path.spot");
    assertThat(spot.getDomAttribute("aria-label")).contains("Port Ilmar", "claims");
    browser.go("/map?window=hour&by=published");
    browser.first(".map-side .note", "No claim about a place");
  }

  @Test
  void sourcesShowHowEachFeedDoesAndWhichIsSilent() {
    Instant now = Instant.now();
    feed("https://busy.example/feed", "Busy Herald", now.minus(Duration.ofMinutes(5)));
    feed("https://quiet.example/feed", "Quiet Herald", now.minus(Duration.ofHours(9)));
    SourceHealth.Builder health =
        SourceHealth.newBuilder().setUrl("https://quiet.example/feed").setObserved(now);
    health(
        SourceHealth.newBuilder(health)
            .setTitle("Quiet Herald")
            .setProblems(List.of(SourceProblem.SILENT, SourceProblem.FUTURE_DATES))
            .setMessage("nothing new for 9 hours, usual are 48 items a day")
            .setSince(now.minus(Duration.ofHours(3)))
            .setLastNew(now.minus(Duration.ofHours(9)))
            .build());
    browser.go("/sources");
    // The page asks again every ten seconds, and what is found of a feed may come after the feed.
    browser.first("[aria-label='Feeds'] tbody tr", "nothing new");
    browser.first("[aria-label='Feeds'] tbody tr", "Busy Herald");
    assertThat(feedRow("Quiet Herald"))
        .containsOnlyOnce("Silent")
        .contains("Future dates", "nothing new for 9 hours, usual are 48 items a day", "48.0");
    assertThat(feedRow("Busy Herald")).contains("Ok").doesNotContain("Silent");

    health(health.build());
    feed("https://quiet.example/feed", "Quiet Herald", now);
    browser.awaitTrue("document.querySelector('[aria-label=Feeds] .health-silent') === null");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 721, 1280, 1440, 2560})
  void everyFieldShowsItsHintWhole(int width) {
    browser.look(width, 900, "light");
    for (String path : List.of("/", "/places", "/entities")) {
      browser.go(path);
      browser.first("main h1");
      browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })");
      // What is typed takes the room that the hint has, less that of the sign that clears it.
      assertThat(
              browser.run(
                  """
                  return [...document.querySelectorAll('main input')].filter(input => {
                    input.value = input.placeholder;
                    const cut = input.scrollWidth > input.clientWidth;
                    input.value = '';
                    return cut;
                  }).map(input => input.placeholder);
                  """))
          .as("hints of %s cut at %d", path, width)
          .isEqualTo(List.of());
    }
  }

  @Test
  void thePageGoesOnWhenTheServerHasBeenStartedAgain() {
    Story story = new Story(cluster, "Resume Herald").claim("Ivo Marr", "before");
    try (OwnServer server = new OwnServer()) {
      browser.go(server.address() + "?source=Resume+Herald");
      browser.first(".feed .claim", "before");
      browser.first(".state", "Live");
      browser.run("window.sameDocument = true");
      server.stop();
      browser.first(".state", "Reconnecting");
      story.claim("Ivo Marr", "meanwhile");
      server.startAgain();
      browser.first(".feed .claim", "meanwhile");
      browser.first(".state", "Live");
      story.claim("Ivo Marr", "afterwards");
      browser.first(".feed .claim", "afterwards");
      assertThat(browser.all(".feed .claim")).hasSize(3);
      assertThat(browser.run("return window.sameDocument")).isEqualTo(true);
    }
  }

  @Test
  void aScriptInAClaimIsText() {
    String script = "<script>window.broken = 1</script><img src=x onerror='window.broken = 2'>";
    Story story =
        new Story(cluster, "Script Herald")
            .headline(script)
            .claim(script + "Ivo", script + " open");
    everywhere(story, "Script Herald");
    browser.first(".claim-quote", "<script>window.broken");
    assertThat(browser.run("return window.broken ?? null")).isNull();
    assertThat(browser.all("main script, main img")).isEmpty();
  }

  @Test
  void anAddressThatIsNoWebAddressIsNoLink() {
    Story story =
        new Story(cluster, "Link Herald")
            .url("javascript:window.broken=1")
            .claim("Ivo Marr", "the port is open");
    everywhere(story, "Link Herald");
    browser.first(".article-line", "Ferries sail again");
    assertThat(browser.all(".article-line strong a")).isEmpty();
    assertThat(browser.all("a[href^='javascript' i]")).isEmpty();
    // Were one to slip in, the policy would not let it run.
    browser.run(
        "const link = document.createElement('a'); link.href = 'javascript:window.broken=1';"
            + " link.target = '_self'; document.body.append(link); link.click(); link.remove();");
    assertThat(browser.run("return window.broken ?? null")).isNull();
    browser.errors();
  }

  @Test
  void aHeadlineOfAHundredThousandLettersIsCut() {
    Story story =
        new Story(cluster, "Long Herald")
            .headline("Long ".repeat(20_000))
            .claim("Ivo " + "Marr".repeat(25_000), "it is long " + "so".repeat(50_000));
    everywhere(story, "Long Herald");
    assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(1280);
    assertThat(browser.number("document.querySelector('main').innerText.length"))
        .isLessThan(30_000);
  }

  @Test
  void textThatTurnsItsDirectionTurnsNothingAroundIt() {
    String turned = "\u202Eesolc si trop eht\u202C \u2067x\u2069";
    Story story = new Story(cluster, "Turn Herald").headline(turned).claim("\u202EIvo", turned);
    everywhere(story, "Turn Herald");
    assertThat(
            browser.run(
                "return /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent)"))
        .isEqualTo(false);
    assertThat(browser.first(".claim-quote").getText()).contains("esolc si trop eht");
    assertThat(browser.all(".claim-quote bdi")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/map?window=all",
        "/places",
        "/entities",
        "/trends",
        "/sources",
        "/pipeline",
        "/places/geonames:1",
        "claim"
      })
  void everybodyCanUseEveryView(String path) {
    Story story =
        new Story(cluster, "Axe Herald")
            .claim("Ivo Marr", "the port is open")
            .claim("Lena Holt", "the port is closed", Verdict.DISPUTED)
            .standing()
            .trends();
    boolean claim = path.equals("claim");
    for (String theme : List.of("light", "dark")) {
      browser.look(theme.equals("light") ? 1280 : 360, 900, theme);
      browser.go(claim ? "/claims/" + id(story.claims().get(1)) : path);
      browser.first("main h1");
      browser.awaitTrue("document.getAnimations().every(each => each.playState !== 'running')");
      assertThat(Accessibility.violations(browser)).as("%s, %s", path, theme).isEmpty();
      assertThat(browser.number("document.documentElement.scrollWidth"))
          .as("nothing sticks out of %s", path)
          .isLessThanOrEqualTo(theme.equals("light") ? 1280 : 360);
    }
    assertThat(
            browser.number(
                "performance.getEntriesByType('resource').filter(each => !each.name.startsWith(location.origin)).length"))
        .as("requests to elsewhere")
        .isZero();
  }

  /**
   * Shows the story's last claim in the feed, on the pages of place and claimant, and by itself.
   */
  private static void everywhere(Story story, String source) {
    openFeed(source);
    browser.first(".feed .claim");
    JudgedClaim claim = story.claims().get(story.claims().size() - 1);
    browser.go("/places/geonames:1");
    browser.first(".claims .claim");
    browser.go(
        "/entities/"
            + encoded(Objects.requireNonNull(claim.getClaim().getClaimant()).getEntityId()));
    browser.first(".claims .claim");
    browser.go("/claims/" + id(claim));
    browser.first(".claim-quote");
  }

  private static String id(JudgedClaim judged) {
    return judged.getClaim().getId();
  }

  private static void openFeed(String source) {
    browser.go("/?source=" + encoded(source));
  }

  private static String encoded(@Nullable String text) {
    return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
  }

  private static void health(SourceHealth found) {
    cluster.write(Topics.SOURCE_HEALTH, found.getUrl(), List.of(found));
  }

  private static void feed(String url, String title, Instant lastNew) {
    cluster.write(
        Topics.FEED_STATES,
        url,
        List.of(
            FeedState.newBuilder()
                .setUrl(url)
                .setAddress(url)
                .setTitle(title)
                .setLastAnswered(Instant.now())
                .setLastNew(lastNew)
                .setNextDue(Instant.now().plus(Duration.ofMinutes(20)))
                .setItemsPerDay(48.0)
                .build()));
  }

  /** Returns what a feed's row says, read at once: the page may write all rows anew at any time. */
  private static String feedRow(String title) {
    return String.valueOf(
        browser.run(
            "return [...document.querySelectorAll('[aria-label=Feeds] tbody tr')]"
                + ".map(row => row.innerText).find(text => text.includes(arguments[0]))",
            title));
  }

  /** A dashboard that can be stopped and started again at the same port. */
  private static final class OwnServer implements AutoCloseable {

    private Dashboard running =
        Dashboard.start(cluster.properties(), DashboardSettings.defaults().at("localhost", 0));
    private final int port = running.address().getPort();

    String address() {
      return running.address().toString();
    }

    void stop() {
      running.close();
    }

    void startAgain() {
      running =
          Dashboard.start(cluster.properties(), DashboardSettings.defaults().at("localhost", port));
    }

    @Override
    public void close() {
      running.close();
    }
  }
}

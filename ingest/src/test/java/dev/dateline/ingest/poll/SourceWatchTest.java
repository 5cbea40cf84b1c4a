package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.article.StatedTime;
import dev.dateline.schemas.avro.FeedFailure;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SourceHealth;
import dev.dateline.schemas.avro.SourceProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceWatchTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(30);

  private final FeedState state =
      FeedState.newBuilder().setUrl("https://a.example/feed").setAddress("").build();
  private Instant now = START;

  @Test
  void aFeedThatFallsSilentIsToldOnceAndAgainWhenItSpeaks() {
    looks(4, 1); // an item every two hours
    assertThat(told().orElseThrow().getProblems()).isEmpty();
    double usual = state.getHabits().getItemsPerDay();
    assertThat(usual).isBetween(9.0, 15.0);

    Instant silent = silentAfter(Duration.ofDays(3));
    assertThat(Duration.between(state.getLastNew(), silent).toMinutes() / 60.0)
        .isBetween(7 / usual * 24 - 1, 7 / usual * 24 + 1);
    SourceHealth health = state(SourceProblem.SILENT);
    assertThat(health.getMessage())
        .matches("nothing new for 1\\d hours, where 1\\d\\.\\d items a day are usual");
    assertThat(health.getSince()).isEqualTo(now);

    look(0);
    assertThat(told()).as("the same again within the hour").isEmpty();
    look(1);
    SourceHealth well = told().orElseThrow();
    assertThat(well.getProblems()).isEmpty();
    assertThat(well.getMessage()).isNull();
    assertThat(well.getSince()).isNull();
  }

  @Test
  void aFeedOfOneItemAWeekIsNotSilentAfterThreeDays() {
    for (int week = 0; week < 4; week++) {
      look(1);
      for (int looks = 0; looks < 7 * 4; looks++) {
        now = now.plus(Duration.ofHours(6)).minus(STEP);
        look(0);
      }
    }
    assertThat(told().orElseThrow().getProblems()).isEmpty();
  }

  @Test
  void aTemplateThatLosesTheTextIsToldAndOneThatNeverHadItIsNot() {
    looks(4, 1);
    items(60, "x".repeat(900), Duration.ZERO);
    items(8, "x", Duration.ZERO);
    assertThat(told().orElseThrow().getProblems()).isEmpty();
    items(8, "x", Duration.ZERO);
    SourceHealth health = state(SourceProblem.BODIES_GONE);
    assertThat(health.getEmptyBodies()).isGreaterThan(0.7);
    assertThat(health.getMessage()).contains("has the page's template changed?");

    FeedState brief = FeedState.newBuilder().setUrl("b").setAddress("").build();
    for (int i = 0; i < 100; i++) {
      SourceWatch.published(brief, draft("x", now), now);
    }
    assertThat(SourceWatch.news(brief, now).orElseThrow().getProblems()).isEmpty();
  }

  @Test
  void datesInTheFutureAreToldButNotThoseOfAClockThatIsAFewMinutesAhead() {
    looks(4, 1);
    items(30, "x".repeat(900), Duration.ofMinutes(10));
    assertThat(told().orElseThrow().getProblems()).isEmpty();
    items(10, "x".repeat(900), Duration.ofHours(5));
    assertThat(state(SourceProblem.FUTURE_DATES).getMessage())
        .isEqualTo("65 % of the latest items are dated in the future");
  }

  @Test
  void oneTimeOutIsNoProblemAndThreeAreAndARefusalIsAtOnce() {
    looks(4, 1);
    assertThat(told()).isPresent();
    fail(FeedFailure.TRANSIENT, 1);
    assertThat(told()).isEmpty();
    fail(FeedFailure.TRANSIENT, 3);
    assertThat(state(SourceProblem.FAILING).getMessage()).isEqualTo("failed 3 times: no");
    fail(FeedFailure.REFUSED, 1);
    state.setNextDue(null);
    assertThat(state(SourceProblem.GIVEN_UP).getMessage())
        .isEqualTo("given up until it is added again: no");
  }

  private void fail(FeedFailure failure, int times) {
    state.setFailure(failure);
    state.setFailures(times);
    state.setFailureMessage("no");
  }

  private Instant silentAfter(Duration most) {
    Instant end = now.plus(most);
    while (now.isBefore(end)) {
      look(0);
      Optional<SourceHealth> health = SourceWatch.news(state, now);
      if (health.isPresent() && !health.get().getProblems().isEmpty()) {
        state.getHabits().setTold(null);
        state.getHabits().setSince(null);
        return now;
      }
    }
    throw new AssertionError("it was never told");
  }

  private SourceHealth state(SourceProblem problem) {
    SourceHealth health = told().orElseThrow();
    assertThat(health.getProblems()).containsExactly(problem);
    return health;
  }

  private Optional<SourceHealth> told() {
    return SourceWatch.news(state, now);
  }

  private void looks(int between, int fresh) {
    for (int i = 0; i < 400; i++) {
      look(i % between == 0 ? fresh : 0);
    }
    look(1);
  }

  private void look(int fresh) {
    now = now.plus(STEP);
    SourceWatch.looked(state, fresh, state.getLastAsked(), now);
    if (fresh > 0) {
      state.setLastNew(now);
    }
    state.setLastAsked(now);
    state.setNextDue(now.plus(STEP));
  }

  private void items(int count, String text, Duration ahead) {
    for (int i = 0; i < count; i++) {
      SourceWatch.published(state, draft(text, now.plus(ahead)), now);
    }
  }

  private static ArticleDraft draft(String text, Instant published) {
    return ArticleDraft.builder(SourcePosition.wholeFile("f"), "i", "a")
        .text(text)
        .published(new StatedTime(published, false))
        .build();
  }
}

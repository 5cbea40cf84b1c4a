package dev.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long to wait: by the server's word, or by our own back-off. */
final class WaitingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void retryAfterIsSecondsOrADateNeverLongerThanTheCap() {
    assertThat(RetryAfter.parse("120", NOW, DAY)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Tue, 24 Nov 2026 10:05:00 GMT", NOW, DAY))
        .contains(Duration.ofMinutes(5));
    assertThat(RetryAfter.parse("Tue, 24 Nov 2026 09:00:00 GMT", NOW, DAY)).contains(Duration.ZERO);
    assertThat(RetryAfter.parse("999999999999999999", NOW, DAY)).contains(DAY);
    assertThat(RetryAfter.parse("soon", NOW, DAY)).isEmpty();
  }

  @Test
  void backOffDoublesUpToItsCapAndKeepsHalfOfItByChance() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    Random random = new Random(1);

    for (int failures = 1; failures < 100; failures++) {
      long whole = Math.min(60_000, 1000L << Math.min(failures - 1, 20));
      assertThat(backoff.after(failures, random).toMillis()).isBetween(whole / 2, whole);
    }
  }
}

package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

  @ParameterizedTest(name = "{0} | age {1} | expires {2} | date {3}: {4} s")
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=600 | | | | 600",
        "public, MAX-AGE=\"600\" | 100 | | | 500",
        "max-age=60 | 100 | | | 0",
        "s-maxage=900 | | | | 0",
        "no-cache, max-age=600 | | | | 0",
        "'' | | Sun, 01 Mar 2026 12:10:00 GMT | Sun, 01 Mar 2026 12:00:00 GMT | 600",
        "'' | | 0 | Sun, 01 Mar 2026 12:00:00 GMT | 0",
        "'' | | | | 0"
      })
  void freshnessIsReadAsCachesReadIt(
      String control,
      @Nullable String age,
      @Nullable String expires,
      @Nullable String date,
      long seconds) {
    assertThat(Freshness.of(control, age, expires, date)).isEqualTo(Duration.ofSeconds(seconds));
  }
}

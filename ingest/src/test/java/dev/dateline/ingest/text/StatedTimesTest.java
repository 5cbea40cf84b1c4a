package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.StatedTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTimesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023-05-25                       | 2023-05-25T00:00:00Z     | true
          2024-10-08T06:40:00Z             | 2024-10-08T06:40:00Z     | false
          2024-10-08T06:40Z                | 2024-10-08T06:40:00Z     | false
          2024-10-08T06:40:00.123+02:00    | 2024-10-08T04:40:00.123Z | false
          2024-10-08T06:40:00+0200         | 2024-10-08T04:40:00Z     | false
          2024-10-08T06:40:00-05           | 2024-10-08T11:40:00Z     | false
          2024-10-08t06:40:00z             | 2024-10-08T06:40:00Z     | false
          2024-10-08 06:40:00              | 2024-10-08T06:40:00Z     | false
          2024-10-08 06:40:00 +0300        | 2024-10-08T03:40:00Z     | false
          Tue, 8 Oct 2024 06:40:00 +0200   | 2024-10-08T04:40:00Z     | false
          Tue, 08 Oct 2024 06:40:00 GMT    | 2024-10-08T06:40:00Z     | false
          """)
  void readsWhatSourcesWrite(String written, Instant instant, boolean day) {
    assertThat(StatedTimes.parse(written)).contains(new StatedTime(instant, day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2023-13-45", "2023-02-30"})
  void refusesWhatIsNoDate(String written) {
    assertThat(StatedTimes.parse(written)).isEmpty();
  }

  @Test
  void numbersAreSecondsOrMilliseconds() {
    Instant instant = Instant.parse("2024-10-08T06:40:00Z");
    assertThat(StatedTimes.ofEpoch(1_728_369_600)).isEqualTo(new StatedTime(instant, false));
    assertThat(StatedTimes.ofEpoch(1_728_369_600_000d)).isEqualTo(new StatedTime(instant, false));
  }
}

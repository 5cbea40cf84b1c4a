package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.StatedTime;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as feeds write them. */
final class LooseTimesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z",
        "Thu, 1 Jan 04 19:48:21 EST | 2004-01-02T00:48:21Z",
        "Sat, 07 Sep 02 0:00:01 GMT | 2002-09-07T00:00:01Z",
        "01 Jan 99 19:48 +0100 | 1999-01-01T18:48:00Z",
        "Thu Jan  1 19:48:21 2004 | 2004-01-01T19:48:21Z",
        "Sun, 31 Dec 2006 24:00:00 GMT | 2007-01-01T00:00:00Z",
        "Mon, 24 Nov 2026 10:00:00 +0000 (UTC) | 2026-11-24T10:00:00Z",
        "Fri, 24-Nov-2006 10:00:00 GMT | 2006-11-24T10:00:00Z",
        "Nov 24, 2026 3:05 pm EST | 2026-11-24T20:05:00Z",
        "2024-05-01T10:00:00 GMT+0200 | 2024-05-01T08:00:00Z",
        "20031231T101455Z | 2003-12-31T10:14:55Z",
        "2004/07/08 23:56:58 | 2004-07-08T23:56:58Z",
        "11/24/2006 10:00:00 PM | 2006-11-24T22:00:00Z",
        "24.11.2006 8:30 | 2006-11-24T08:30:00Z",
        "Dienstag, 5. März 2024 14:05 CET | 2024-03-05T13:05:00Z",
        "5 de mayo de 2024 8:00 | 2024-05-05T08:00:00Z",
        "Κυρ, 11 Ιούλ 2004 12:00:00 EST | 2004-07-11T17:00:00Z",
        "2004년 05월 28일 오후 11:31:32 | 2004-05-28T14:31:32Z",
      })
  void timeOfDayIsRead(String written, Instant instant) {
    assertThat(StatedTimes.parse(written)).contains(new StatedTime(instant, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20031231 | 2003-12-31",
        "2003-335 | 2003-12-01",
        "2003-12 | 2003-12-01",
        "2003 | 2003-01-01",
        "03-12-31 | 2003-12-31",
        "Wednesday 25 Nov 2026 | 2026-11-25",
        "November 25th, 2026 | 2026-11-25",
        "25.11.2026 | 2026-11-25",
      })
  void aDayIsRead(String written, String day) {
    assertThat(StatedTimes.parse(written))
        .contains(new StatedTime(Instant.parse(day + "T00:00:00Z"), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "yesterday at 8:30",
        "Mon, 31 Feb 2004 10:00:00 GMT",
        "2004-13-01T10:00:00Z",
        "Thu, 32 Nov 2026 08:30:00 GMT",
        "10:30",
        "12345678901234567890"
      })
  void whatIsNoTimeIsNone(String written) {
    assertThat(StatedTimes.parse(written)).isEmpty();
  }
}

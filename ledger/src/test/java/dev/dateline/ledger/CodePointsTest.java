package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePointsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "Kyiv", "Львів", "🚀 fell on 🚀🚀 Kyiv 🚀", "a\uD83D"})
  void everyCodePointStandsWhereCountingFromTheStartFindsIt(String text) {
    CodePoints points = CodePoints.of(text);

    for (int i = 0; i <= text.codePointCount(0, text.length()); i++) {
      assertThat(points.index(i)).isEqualTo(text.offsetByCodePoints(0, i));
    }
  }

  @Test
  void aPlaceOutsideTheTextIsItsNearestEnd() {
    CodePoints points = CodePoints.of("🚀 fell");

    assertThat(points.index(-3)).isZero();
    assertThat(points.index(99)).isEqualTo(7);
  }
}

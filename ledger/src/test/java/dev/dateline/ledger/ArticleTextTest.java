package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "Kyiv", "Львів", "🚀 fell on 🚀🚀 Kyiv 🚀", "a\uD83D"})
  void everyCodePointStandsWhereCountingFromTheStartFindsIt(String text) {
    ArticleText article = ArticleText.of(text);

    for (int i = 0; i <= text.codePointCount(0, text.length()); i++) {
      assertThat(article.index(i)).isEqualTo(text.offsetByCodePoints(0, i));
    }
  }

  @Test
  void aPlaceOutsideTheTextIsItsNearestEnd() {
    ArticleText article = ArticleText.of("🚀 fell");

    assertThat(article.index(-3)).isZero();
    assertThat(article.index(99)).isEqualTo(7);
  }
}

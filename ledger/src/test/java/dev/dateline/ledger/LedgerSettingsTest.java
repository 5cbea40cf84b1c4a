package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LedgerSettingsTest {

  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(LedgerSettings.defaults())
        .isEqualTo(
            new LedgerSettings(Duration.ofDays(366), 2_000, 20, 10_000, Duration.ofSeconds(1)));
  }

  @Test
  void settingOutOfBoundsIsRefusedWithItsNameValueAndMend() {
    Duration minute = Duration.ofMinutes(1);
    Duration day = Duration.ofDays(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerSettings(minute, 10, 2, 100, minute))
        .withMessage("setting ledger-retention: \"PT1M\" does not do; use an hour or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerSettings(day, 9, 2, 100, minute))
        .withMessageContaining("ledger-propositions-per-subject");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerSettings(day, 10, 1, 100, minute))
        .withMessageContaining("ledger-claims-per-proposition");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerSettings(day, 10, 2, 99, minute))
        .withMessageContaining("ledger-max-content-characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerSettings(day, 10, 2, 100, Duration.ZERO))
        .withMessageContaining("ledger-sweep-interval");
  }
}

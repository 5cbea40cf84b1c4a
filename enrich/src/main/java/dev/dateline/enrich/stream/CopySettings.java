package dev.dateline.enrich.stream;

import java.time.Duration;

/**
 * How much is remembered to find near copies in.
 *
 * @param mostTexts most articles; each takes about a kilobyte of memory and of state
 * @param longest how long an article is remembered after it was read
 */
public record CopySettings(int mostTexts, Duration longest) {

  /** Checks both. */
  public CopySettings {
    if (mostTexts < 1) {
      throw new IllegalArgumentException(
          "articles remembered to find copies: " + mostTexts + " is not at least 1");
    }
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException(
          "time articles are remembered to find copies: " + longest + " is not positive");
    }
  }

  /** Returns the defaults: 50,000 articles, three days. */
  public static CopySettings defaults() {
    return new CopySettings(50_000, Duration.ofDays(3));
  }
}

package dev.dateline.ingest.publish;

import java.time.Duration;

/**
 * How articles are published.
 *
 * @param sourceSet names what this instance ingests; a second instance of the same name takes over
 *     from the first
 * @param transactionArticles most articles in one transaction
 * @param transactionInterval longest time a transaction stays open while articles come
 */
public record PublisherSettings(
    String sourceSet, int transactionArticles, Duration transactionInterval) {

  /** Checks each. */
  public PublisherSettings {
    if (sourceSet.isBlank()) {
      throw new IllegalArgumentException("source set: the name is empty");
    }
    if (transactionArticles < 1) {
      throw new IllegalArgumentException(
          "articles a transaction: " + transactionArticles + " is not at least 1");
    }
    if (transactionInterval.isNegative()) {
      throw new IllegalArgumentException(
          "transaction interval: " + transactionInterval + " is negative");
    }
  }

  /** Returns the defaults: source set "files", 500 articles or 500 ms a transaction. */
  public static PublisherSettings defaults() {
    return new PublisherSettings("files", 500, Duration.ofMillis(500));
  }

  /** Returns the transactional id, which fences an older instance of the same source set. */
  public String transactionalId() {
    return "dateline-ingest-" + sourceSet;
  }
}

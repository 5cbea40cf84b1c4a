package dev.dateline.ingest.poll;

/** What polling counts, for JMX: {@code dev.dateline:type=feeds}. */
public interface PollMetricsMXBean {

  /** Returns how many feeds this instance polls. */
  int getFeeds();

  /** Returns how many of them fail or were given up. */
  int getFeedsFailing();

  /** Returns how many of them are silent for longer than usual. */
  int getFeedsSilent();

  /** Returns how many of them give items without text where they gave whole articles. */
  int getFeedsWithoutText();

  /** Returns how many of them date their items in the future. */
  int getFeedsAheadOfTime();

  /** Returns how many new items a day they are expected to have. */
  double getItemsPerDayExpected();

  /** Returns how many article revisions were published since the start. */
  long getArticlesPublished();
}

package dev.dateline.ingest.publish;

/** What became of an article. */
public enum Outcome {
  /** Its first revision was published. */
  PUBLISHED,
  /** A further revision was published. */
  REVISED,
  /** This headline and text had been published before. */
  UNCHANGED
}

package dev.dateline.ingest;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.schemas.avro.Article;

/**
 * Is told what ingest does, on the thread that does it; every method does nothing unless
 * overridden.
 */
public interface IngestListener {

  /** A listener that does nothing. */
  IngestListener NONE = new IngestListener() {};

  /** Tells that a look through the files has come so far; called for every entry and every file. */
  default void progressed(IngestProgress progress) {}

  /** Tells that an article revision is published for good. */
  default void published(Article article) {}

  /** Tells that an entry gave no article; {@link Rejection#describe()} is the line for people. */
  default void rejected(Rejection rejection) {}

  /** Tells what had to be mended in an article that is published or unchanged all the same. */
  default void warned(SourcePosition position, String warning) {}

  /**
   * Tells that everything there was has been read and published; called for each look in a watch.
   */
  default void drained(IngestSummary summary) {}
}

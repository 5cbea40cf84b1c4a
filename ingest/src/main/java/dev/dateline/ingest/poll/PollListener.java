package dev.dateline.ingest.poll;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.FeedFailure;

/**
 * Is told what polling does, on the thread that does it; every method does nothing unless
 * overridden.
 */
public interface PollListener {

  /** A listener that does nothing. */
  PollListener NONE = new PollListener() {};

  /** Tells that an article revision is published for good. */
  default void published(Article article) {}

  /** Tells that an item gave no article; {@link Rejection#describe()} is the line for people. */
  default void rejected(Rejection rejection) {}

  /** Tells that a feed fails, once for each change of the kind of failure. */
  default void failed(String feed, FeedFailure kind, String message) {}

  /** Tells that a feed that failed answers again. */
  default void recovered(String feed) {}
}

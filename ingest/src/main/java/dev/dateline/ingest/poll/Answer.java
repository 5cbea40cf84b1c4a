package dev.dateline.ingest.poll;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.schemas.avro.FeedFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request came to. Immutable. */
sealed interface Answer {

  /** What a site's robots.txt says. */
  record RobotsRead(Robots.Rules rules) implements Answer {}

  /**
   * A feed that is as it was.
   *
   * @param status 304, or 200 where the body shows it
   * @param validators what to ask with from now on
   * @param fresh how long the server says it stays so
   */
  record Unchanged(int status, Validators validators, Duration fresh) implements Answer {}

  /**
   * A feed with something new in it.
   *
   * @param address where to ask from now on
   * @param fresh how long the server or the feed says it stays as it is
   */
  record Changed(int status, Feed feed, URI address, Validators validators, Duration fresh)
      implements Answer {}

  /**
   * A redirect, which is followed as a request of its own.
   *
   * @param permanent whether it is for good
   */
  record SentOn(URI target, boolean permanent) implements Answer {}

  /** The article of a page. */
  record PageRead(ArticleDraft draft) implements Answer {}

  /**
   * Nothing that could be used.
   *
   * @param status HTTP status; 0 when there was no answer
   * @param message one line for people
   * @param retryAfter how long the server asks to wait; empty when it does not
   */
  record Failed(FeedFailure kind, int status, String message, Optional<Duration> retryAfter)
      implements Answer {}

  /**
   * By what a server and we tell whether something has changed.
   *
   * @param etag the ETag; null when there is none
   * @param lastModified the Last-Modified as it stands; null when there is none
   * @param bodySha256 of the body
   */
  record Validators(@Nullable String etag, @Nullable String lastModified, String bodySha256) {}
}

package dev.dateline.ingest.poll;

import dev.dateline.http.GuardedClient;
import dev.dateline.http.HttpFailure;
import dev.dateline.http.HttpReply;
import dev.dateline.http.OutboundRequest;
import dev.dateline.http.RetryAfter;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedDiscovery;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.FeedSource;
import dev.dateline.ingest.page.HtmlPage;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.ingest.text.TextDecoder;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.FeedFailure;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests and reads what comes back. Thread-safe.
 *
 * <p>Every fault is an answer: nothing but an interrupt is thrown.
 */
final class Fetcher {

  private static final String FEED_TYPES =
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.9, */*;q=0.5";
  private static final String PAGE_TYPES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

  private final GuardedClient client;
  private final PollSettings settings;
  private final Clock clock;

  Fetcher(GuardedClient client, PollSettings settings, Clock clock) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
  }

  Answer fetch(Request request) {
    try {
      if (request instanceof Request.ForRobots robots) {
        return robots(robots);
      }
      if (request.original() instanceof Request.ForFeed feed) {
        return feed(feed, request);
      }
      if (request.original() instanceof Request.ForSitemap sitemap) {
        return feed(Request.ForFeed.first(sitemap.feed(), sitemap.uri()), request);
      }
      if (request.original() instanceof Request.ForPage page) {
        return page(page, request);
      }
      throw new IllegalStateException("not a request: " + request);
    } catch (HttpFailure e) {
      return new Answer.Failed(kind(e), 0, String.valueOf(e.getMessage()), Optional.empty());
    }
  }

  private Answer robots(Request.ForRobots request) {
    try {
      HttpReply reply = client.send(OutboundRequest.get(request.uri()));
      return new Answer.RobotsRead(
          Robots.read(reply, settings.http().userAgent(), clock.instant()));
    } catch (HttpFailure e) {
      return new Answer.RobotsRead(Robots.failed(String.valueOf(e.getMessage()), clock.instant()));
    }
  }

  private Answer feed(Request.ForFeed request, Request at) throws HttpFailure {
    HttpReply reply =
        client.send(
            OutboundRequest.get(at.uri())
                .withoutRedirects()
                .withHeader("Accept", FEED_TYPES)
                .ifChanged(request.etag(), request.lastModified()));
    Duration fresh = Freshness.of(reply);
    if (reply.status() == 304) {
      Answer.Validators kept =
          new Answer.Validators(
              reply.header("etag").orElse(request.etag()),
              reply.header("last-modified").orElse(request.lastModified()),
              request.bodySha256());
      return new Answer.Unchanged(reply.status(), kept, fresh);
    }
    if (!reply.isSuccess()) {
      return sentOnOrFailed(reply, at);
    }
    Answer.Validators validators =
        new Answer.Validators(
            reply.header("etag").orElse(null),
            reply.header("last-modified").orElse(null),
            Ids.sha256(reply.body()));
    if (validators.bodySha256().equals(request.bodySha256())) {
      return new Answer.Unchanged(reply.status(), validators, fresh);
    }
    Charset charset = reply.charset().orElse(null);
    Optional<Feed> feed = FeedReader.read(reply.body(), FeedSource.fetched(reply.uri(), charset));
    if (feed.isEmpty()) {
      return new Answer.Failed(
          FeedFailure.UNREADABLE,
          reply.status(),
          "reading " + request.uri() + ": not a feed" + mend(reply, charset),
          Optional.empty());
    }
    feed.get().readTexts(request.marks()); // while others go on
    Duration stated = feed.get().timeToLive();
    Duration longer = stated != null && stated.compareTo(fresh) > 0 ? stated : fresh;
    // What came cut off is read as far as it goes, and asked for again whole.
    Answer.Validators known =
        reply.isComplete() ? validators : new Answer.Validators(null, null, "");
    return new Answer.Changed(reply.status(), feed.get(), at.permanentUri(), known, longer);
  }

  private Answer page(Request.ForPage request, Request at) throws HttpFailure {
    HttpReply reply =
        client.send(
            OutboundRequest.get(at.uri()).withoutRedirects().withHeader("Accept", PAGE_TYPES));
    if (!reply.isSuccess()) {
      return sentOnOrFailed(reply, at);
    }
    String type = reply.mediaType().orElse("text/html");
    if (!type.contains("html")) {
      return new Answer.Failed(
          FeedFailure.UNREADABLE,
          reply.status(),
          "reading " + request.uri() + ": " + type + " is no page",
          Optional.empty());
    }
    return new Answer.PageRead(merge(request.entry().draft(), reply));
  }

  /**
   * Takes the text of the page where it is longer than the feed's, and what the feed leaves out.
   */
  private static ArticleDraft merge(ArticleDraft item, HttpReply reply) {
    ArticleDraft.Builder page = ArticleDraft.builder(item.position(), item.id(), item.address());
    return HtmlPage.read(reply.body(), reply.charset().orElse(null), reply.uri(), page)
        ? PageArticle.of(item, page.build())
        : PageArticle.withWarning(item, "the page is no text: the feed's summary is kept");
  }

  /** Redirects are not followed here, for their target has a pause and a robots.txt of its own. */
  private Answer sentOnOrFailed(HttpReply reply, Request at) {
    if (!reply.isRedirect()) {
      return failed(reply);
    }
    int most = settings.http().maxRedirects();
    String fault =
        at instanceof Request.Redirected before && before.hops() >= most
            ? "more than " + most + " redirects"
            : "redirected to no http or https address";
    Optional<URI> target = reply.redirectTarget().map(uri -> withCredentials(uri, at.uri()));
    return target.isEmpty() || fault.startsWith("more")
        ? new Answer.Failed(
            FeedFailure.UNREADABLE,
            reply.status(),
            "fetching " + reply.uri() + ": " + fault,
            Optional.empty())
        : new Answer.SentOn(target.get(), reply.isPermanentRedirect());
  }

  /** Credentials in an address go along to the same origin, and to no other. */
  private static URI withCredentials(URI target, URI from) {
    String user = from.getRawUserInfo();
    boolean same =
        from.getScheme().equalsIgnoreCase(target.getScheme())
            && from.getHost().equalsIgnoreCase(target.getHost())
            && from.getPort() == target.getPort();
    return user == null || !same || target.getRawUserInfo() != null
        ? target
        : URI.create(
            target.toString().replaceFirst("//", "//" + Matcher.quoteReplacement(user) + "@"));
  }

  private Answer.Failed failed(HttpReply reply) {
    Optional<Duration> retryAfter = RetryAfter.of(reply, clock.instant(), settings.longestWait());
    return new Answer.Failed(
        kind(reply.status(), retryAfter.isPresent()),
        reply.status(),
        "fetching " + reply.uri() + ": the server answers " + reply.status(),
        retryAfter);
  }

  /** Tells what a status other than success means for a feed. */
  static FeedFailure kind(int status, boolean asksToWait) {
    return switch (status) {
      case 401, 402, 403, 407, 451 -> FeedFailure.REFUSED;
      case 404 -> FeedFailure.MISSING;
      case 410 -> FeedFailure.GONE;
      case 429 -> FeedFailure.THROTTLED;
      case 503 -> asksToWait ? FeedFailure.THROTTLED : FeedFailure.TRANSIENT;
      case 408, 425 -> FeedFailure.TRANSIENT;
      default -> status >= 500 ? FeedFailure.TRANSIENT : FeedFailure.UNREADABLE;
    };
  }

  private static FeedFailure kind(HttpFailure failure) {
    return failure.kind().isLasting() ? FeedFailure.UNREADABLE : FeedFailure.TRANSIENT;
  }

  /** Names the feeds of what turned out to be a page. */
  private static String mend(HttpReply reply, @Nullable Charset charset) {
    String text = TextDecoder.decode(reply.body(), charset).map(DecodedText::text).orElse("");
    List<URI> found = FeedDiscovery.find(text, reply.uri());
    return found.isEmpty() ? ": give the address of a feed" : ": it names the feed " + found.get(0);
  }
}

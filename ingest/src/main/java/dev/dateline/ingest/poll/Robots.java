package dev.dateline.ingest.poll;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.dateline.http.HttpReply;
import dev.dateline.schemas.avro.FeedFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows what each site's {@code robots.txt} allows us, for a day.
 *
 * <p>After RFC 9309: none there (4xx) means all is allowed; one that cannot be had (5xx, no answer)
 * means nothing is, unless we knew it before. Not thread-safe but for {@link #read}.
 */
final class Robots {

  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final Duration UNREACHABLE = Duration.ofMinutes(5);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 512 * 1024;
  private static final int MOST_SITES = 10_000;

  private final Map<String, Rules> sites =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
          return size() > MOST_SITES;
        }
      };

  /**
   * What a site's file says.
   *
   * @param rules the rules; empty when the file could not be had
   * @param until when it is asked for again
   * @param failure why it could not be had, for people; empty when it could
   */
  record Rules(Optional<BaseRobotRules> rules, Instant until, String failure) {}

  /** Returns where the site of the address keeps its file. */
  static URI addressFor(URI uri) {
    return URI.create(site(uri) + "/robots.txt");
  }

  /** Tells whether the file has to be fetched before anything of the site is. */
  boolean isUnknown(URI uri, Instant now) {
    Rules known = sites.get(site(uri));
    return known == null || !known.until.isAfter(now);
  }

  /** Keeps what a site's file says; rules known before outlive a failure to fetch them anew. */
  void keep(URI uri, Rules rules) {
    sites.merge(
        site(uri),
        rules,
        (known, fresh) ->
            fresh.rules.isEmpty() ? new Rules(known.rules, fresh.until, fresh.failure) : fresh);
  }

  /** Tells whether the site's file could not be had, so that nothing is allowed for the moment. */
  Optional<String> unreachable(URI uri) {
    return Optional.ofNullable(sites.get(site(uri)))
        .filter(rules -> rules.rules.isEmpty())
        .map(Rules::failure);
  }

  /** Returns the answer to a request that the file does not allow. */
  Answer.Failed refused(URI uri) {
    return unreachable(uri)
        .map(
            why ->
                new Answer.Failed(
                    FeedFailure.TRANSIENT,
                    0,
                    "fetching " + uri + ": robots.txt cannot be had: " + why,
                    Optional.empty()))
        .orElseGet(
            () ->
                new Answer.Failed(
                    FeedFailure.REFUSED,
                    0,
                    "fetching " + uri + ": robots.txt does not allow it",
                    Optional.empty()));
  }

  /** Tells whether we may fetch the address. */
  boolean allows(URI uri) {
    Rules known = sites.get(site(uri));
    return known == null || known.rules.map(rules -> rules.isAllowed(uri.toString())).orElse(false);
  }

  /** Returns the pause between requests that the site asks for, at most half a minute. */
  Duration delay(URI uri) {
    Rules known = sites.get(site(uri));
    long millis = known == null ? 0 : known.rules.map(BaseRobotRules::getCrawlDelay).orElse(0L);
    Duration asked = Duration.ofMillis(Math.max(0, millis));
    return asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked;
  }

  /**
   * Reads an answer to the question for the file.
   *
   * @param userAgent how we name ourselves; its first word up to a slash is our name in the file
   */
  static Rules read(HttpReply reply, String userAgent, Instant now) {
    if (reply.status() >= 500 || reply.status() == 429) {
      return failed(reply.uri() + " answers " + reply.status(), now);
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    parser.setMaxCrawlDelay(Duration.ofDays(1).toMillis());
    BaseRobotRules rules =
        reply.isSuccess()
            ? parser.parseContent(
                reply.uri().toString(),
                Arrays.copyOf(reply.body(), Math.min(reply.body().length, MOST_BYTES)),
                reply.mediaType().orElse("text/plain"),
                List.of(name(userAgent)))
            : parser.failedFetch(404);
    return new Rules(Optional.of(rules), now.plus(REMEMBERED), "");
  }

  /** Returns what follows when the file cannot be had. */
  static Rules failed(String why, Instant now) {
    return new Rules(Optional.empty(), now.plus(UNREACHABLE), why);
  }

  private static String name(String userAgent) {
    return userAgent.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static String site(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}

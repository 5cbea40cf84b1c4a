package dev.dateline.ingest.poll;

import dev.dateline.http.GuardedClient;
import dev.dateline.ingest.feed.Feed;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Asks a feed once, as polling would, without Kafka. */
public final class FeedCheck {

  private FeedCheck() {}

  /**
   * What was found.
   *
   * @param feed the feed; empty when there is none that could be used
   * @param fault why not, one line for people; empty when there is
   * @param address where polling would ask from now on
   * @param itemsPerDay how many new items a day it would be expected to have; 0 without a feed
   * @param interval how long polling would wait before it asks again; zero without a feed
   * @param remarks on the answer, for people; empty when there are none
   */
  public record Finding(
      Optional<Feed> feed,
      String fault,
      URI address,
      double itemsPerDay,
      Duration interval,
      List<String> remarks) {}

  /** Asks for the site's robots.txt and for the feed. */
  public static Finding check(URI uri, PollSettings settings, Clock clock) {
    try (GuardedClient client = GuardedClient.open(settings.http())) {
      Fetcher fetcher = new Fetcher(client, settings, clock);
      Robots robots = new Robots();
      Instant now = clock.instant();
      Request request = Request.ForFeed.first(uri.toString(), uri);
      Answer answer = ask(request, fetcher, robots, now);
      while (answer instanceof Answer.SentOn sentOn) {
        request = Request.Redirected.of(request, sentOn);
        answer = ask(request, fetcher, robots, now);
      }
      if (answer instanceof Answer.Changed changed) {
        return found(changed, settings, now);
      }
      return none(
          uri,
          answer instanceof Answer.Failed failed
              ? failed.message()
              : "fetching " + uri + ": the server says that nothing has changed since nothing");
    }
  }

  /** Asks when the site's robots.txt, which is asked for first, allows it. */
  private static Answer ask(Request request, Fetcher fetcher, Robots robots, Instant now) {
    URI uri = request.uri();
    if (robots.isUnknown(uri, now)
        && fetcher.fetch(new Request.ForRobots(Robots.addressFor(uri)))
            instanceof Answer.RobotsRead read) {
      robots.keep(uri, read.rules());
    }
    return robots.allows(uri) ? fetcher.fetch(request) : robots.refused(uri);
  }

  private static Finding found(Answer.Changed changed, PollSettings settings, Instant now) {
    Feed feed = changed.feed();
    double pace = Schedule.itemsPerDay(null, 0, null, PolledFeed.dates(feed.entries()), now);
    Schedule schedule = new Schedule(settings, RandomGenerator.getDefault());
    Duration interval = Duration.between(now, schedule.afterAnswer(pace, changed.fresh(), now));
    List<String> remarks = new ArrayList<>();
    if (changed.validators().etag() == null && changed.validators().lastModified() == null) {
      remarks.add("the server gives no ETag and no Last-Modified: every look costs the whole feed");
    }
    long summaries = feed.entries().stream().filter(entry -> entry.summaryOnly()).count();
    if (summaries > 0) {
      remarks.add(summaries + " of the items are summaries: their pages will be fetched");
    }
    remarks.addAll(feed.warnings());
    return new Finding(
        Optional.of(feed), "", changed.address(), pace, interval, List.copyOf(remarks));
  }

  private static Finding none(URI uri, String fault) {
    return new Finding(Optional.empty(), fault, uri, 0, Duration.ZERO, List.of());
  }
}

package dev.dateline.ingest.poll;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Polls in a process of its own, to be killed. */
final class FeedIngestProcess {

  private FeedIngestProcess() {}

  /** Polls the feeds of the cluster with the pause between requests to a host in milliseconds. */
  public static void main(String[] arguments) {
    PollSettings usual = PollSettings.defaults();
    PollSettings settings =
        new PollSettings(
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            usual.longestWait(),
            Duration.ofMillis(Long.parseLong(arguments[1])),
            usual.requests(),
            true,
            usual.backfillAge(),
            usual.http().withPrivateAddresses(true));
    new FeedIngest(
            Map.of("bootstrap.servers", arguments[0]),
            settings,
            Clock.systemUTC(),
            RandomGenerator.getDefault(),
            PollListener.NONE)
        .run();
  }
}

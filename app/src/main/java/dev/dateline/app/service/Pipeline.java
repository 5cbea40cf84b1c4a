package dev.dateline.app.service;

import dev.dateline.app.cli.CommandFailure;
import dev.dateline.app.cli.ExitStatus;
import dev.dateline.streams.Health;
import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsFailedException;
import dev.dateline.streams.StreamsService;
import dev.dateline.streams.StreamsSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Several services in one process, started and closed together. Thread-safe. */
public final class Pipeline implements AutoCloseable {

  // A killed process that lost its state directory too leaves a transaction that nobody can fence:
  // nothing is restored before the broker gives it up, after a minute and some seconds.
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(8);

  private final List<StreamsService> services;

  private Pipeline(List<StreamsService> services) {
    this.services = List.copyOf(services);
  }

  /** Starts them all and returns at once. */
  public static Pipeline start(
      List<? extends StreamsApplication> applications, StreamsSettings settings) {
    List<StreamsService> started = new ArrayList<>();
    for (StreamsApplication application : applications) {
      started.add(StreamsService.start(application, settings));
    }
    return new Pipeline(started);
  }

  /**
   * Waits until all of them process records.
   *
   * @throws CommandFailure if one stops instead or is late
   */
  public void awaitRunning() throws InterruptedException {
    for (StreamsService service : services) {
      try {
        service.awaitRunning(START_LIMIT);
      } catch (StreamsFailedException e) {
        throw new CommandFailure(ExitStatus.FAILURE, String.valueOf(e.getMessage()), e);
      }
    }
  }

  /**
   * Returns when one of them has stopped; never while all is well.
   *
   * @throws CommandFailure if one stopped by itself
   */
  public void awaitEnd() throws InterruptedException {
    while (!services.get(0).awaitStopped(Duration.ofMillis(500))) {
      requireAlive();
    }
    requireAlive();
  }

  /** Throws {@link CommandFailure} if one of them has stopped by itself or makes no progress. */
  public void requireAlive() {
    for (StreamsService service : services) {
      Health health = service.health();
      if (!health.alive()) {
        String why = health.failure() == null ? health.state() : health.failure();
        throw new CommandFailure(
            ExitStatus.FAILURE,
            "running "
                + service.applicationId()
                + ": "
                + (health.stalled() ? "no progress, " : "")
                + why
                + ": start it again, nothing is lost");
      }
    }
  }

  /** Closes all of them at the same time; what was processed is committed. */
  @Override
  public void close() {
    CompletableFuture<?>[] closings =
        services.stream()
            .map(
                service ->
                    CompletableFuture.runAsync(
                        () -> service.close(CLOSE_LIMIT), Pipeline::inThread))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(closings).join();
  }

  private static void inThread(Runnable work) {
    Thread thread = new Thread(work, "close");
    thread.setDaemon(true);
    thread.start();
  }
}

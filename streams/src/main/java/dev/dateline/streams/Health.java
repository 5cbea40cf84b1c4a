package dev.dateline.streams;

import org.jspecify.annotations.Nullable;

/**
 * How a running application does, at one moment.
 *
 * @param state Kafka Streams' own word for it, "RUNNING"
 * @param running whether it processes records
 * @param restoring state-store partitions that are being restored
 * @param lag records that wait in its input and internal topics
 * @param stalled whether records wait and nothing was committed for longer than the settings allow
 * @param failure why it stopped or last replaced a thread, one line; null when nothing failed
 */
public record Health(
    String state,
    boolean running,
    int restoring,
    long lag,
    boolean stalled,
    @Nullable String failure) {

  /** Returns whether it is up and its state is complete: what a readiness probe asks. */
  public boolean ready() {
    return running && restoring == 0;
  }

  /** Returns whether a restart is not called for: what a liveness probe asks. */
  public boolean alive() {
    return !stalled && !state.equals("ERROR") && !state.equals("NOT_RUNNING");
  }
}

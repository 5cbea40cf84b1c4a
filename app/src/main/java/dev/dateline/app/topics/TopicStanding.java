package dev.dateline.app.topics;

import dev.dateline.schemas.Topic;

/**
 * A topic of the catalogue as the cluster has it.
 *
 * @param topic the catalogue's entry
 * @param partitions how many it has; 0 when it is not there
 * @param records offsets from its first to its end, an upper bound of its records: transaction
 *     markers and records that were compacted away count too
 */
public record TopicStanding(Topic<?> topic, int partitions, long records) {

  /** Tells whether the cluster has it. */
  public boolean exists() {
    return partitions > 0;
  }
}

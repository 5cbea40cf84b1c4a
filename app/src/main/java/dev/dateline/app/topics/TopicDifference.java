package dev.dateline.app.topics;

/**
 * One point in which a cluster departs from the catalogue.
 *
 * @param topic the topic's name
 * @param what the point: "topic", "partitions", or a configuration key
 * @param wanted what the catalogue says
 * @param found what the cluster has
 */
public record TopicDifference(String topic, String what, String wanted, String found) {

  @Override
  public String toString() {
    return topic + ": " + what + ": " + found + ", the catalogue says " + wanted;
  }
}

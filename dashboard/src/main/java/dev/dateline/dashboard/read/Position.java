package dev.dateline.dashboard.read;

/**
 * Where a record lies.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 */
public record Position(String topic, int partition, long offset) {}

package dev.dateline.ingest.article;

import java.time.Instant;

/**
 * A time as a source states it.
 *
 * @param instant the instant; midnight UTC where only a day is stated
 * @param day whether only a day is stated
 */
public record StatedTime(Instant instant, boolean day) {}

/** The sink's topology; the only package here that knows Kafka Streams. */
@NullMarked
package dev.dateline.sink.stream;

import org.jspecify.annotations.NullMarked;

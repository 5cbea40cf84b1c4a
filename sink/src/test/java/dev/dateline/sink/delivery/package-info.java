/** Tests of what leaves Kafka. */
@NullMarked
package dev.dateline.sink.delivery;

import org.jspecify.annotations.NullMarked;

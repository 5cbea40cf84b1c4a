/** How often things are named, window by window, against their own past; without Kafka. */
@NullMarked
package dev.dateline.sink.trends;

import org.jspecify.annotations.NullMarked;

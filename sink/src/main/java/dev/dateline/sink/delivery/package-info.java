/** What leaves Kafka: webhooks with their retries, files and a feed of alerts. */
@NullMarked
package dev.dateline.sink.delivery;

import org.jspecify.annotations.NullMarked;

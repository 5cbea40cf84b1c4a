/** What runs inside the broker's own process, on Kafka's own class path. */
@NullMarked
package dev.dateline.broker.child;

import org.jspecify.annotations.NullMarked;

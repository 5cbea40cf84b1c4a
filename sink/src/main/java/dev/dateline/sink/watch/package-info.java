/** Watchlists: saved searches matched against every claim and article, without Kafka. */
@NullMarked
package dev.dateline.sink.watch;

import org.jspecify.annotations.NullMarked;

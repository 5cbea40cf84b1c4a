/** The ledger's topology and stores; the only package here that knows Kafka Streams. */
@NullMarked
package dev.dateline.ledger.stream;

import org.jspecify.annotations.NullMarked;

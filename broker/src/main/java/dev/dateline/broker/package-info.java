/** A real Apache Kafka broker as a child process: the embedded default and every test's broker. */
@NullMarked
package dev.dateline.broker;

import org.jspecify.annotations.NullMarked;

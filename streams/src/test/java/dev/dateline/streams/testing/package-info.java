/** What the tests of every topology share: a fluent driver, sample records, the topology check. */
@NullMarked
package dev.dateline.streams.testing;

import org.jspecify.annotations.NullMarked;

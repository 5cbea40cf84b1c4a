/** JMH benchmarks of the inner loops. */
@NullMarked
package dev.dateline.bench.loops;

import org.jspecify.annotations.NullMarked;

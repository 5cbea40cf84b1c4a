/** Benchmarks: what the annotator and the stream can take, always as ratios from one run. */
@NullMarked
package dev.dateline.bench;

import org.jspecify.annotations.NullMarked;

/** Tests of the sink's topology. */
@NullMarked
package dev.dateline.sink.stream;

import org.jspecify.annotations.NullMarked;

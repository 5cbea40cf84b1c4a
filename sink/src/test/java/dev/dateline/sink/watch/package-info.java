/** Tests of watchlists. */
@NullMarked
package dev.dateline.sink.watch;

import org.jspecify.annotations.NullMarked;

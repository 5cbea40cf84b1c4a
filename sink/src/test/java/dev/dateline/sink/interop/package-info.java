/** Other people's clients read what the sink writes. */
@NullMarked
package dev.dateline.sink.interop;

import org.jspecify.annotations.NullMarked;

/** Tests of what leaves Dateline. */
@NullMarked
package dev.dateline.sink;

import org.jspecify.annotations.NullMarked;

/** Records as JSON lines. */
@NullMarked
package dev.dateline.app.tail;

import org.jspecify.annotations.NullMarked;

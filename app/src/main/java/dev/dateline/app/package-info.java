/** The {@code dateline} command. */
@NullMarked
package dev.dateline.app;

import org.jspecify.annotations.NullMarked;

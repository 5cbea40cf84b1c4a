/** The shell every topology runs in: settings, exactly-once, dead letters, lifecycle, health. */
@NullMarked
package dev.dateline.streams;

import org.jspecify.annotations.NullMarked;

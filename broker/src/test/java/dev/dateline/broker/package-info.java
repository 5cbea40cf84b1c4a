/** The embedded broker against real processes. */
@NullMarked
package dev.dateline.broker;

import org.jspecify.annotations.NullMarked;

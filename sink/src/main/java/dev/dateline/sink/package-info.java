/** What leaves Dateline, as pure functions: sightings and alerts. */
@NullMarked
package dev.dateline.sink;

import org.jspecify.annotations.NullMarked;

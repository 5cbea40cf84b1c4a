/** A browser and records for tests of the dashboard, here and in app. */
@NullMarked
package dev.dateline.dashboard.testing;

import org.jspecify.annotations.NullMarked;

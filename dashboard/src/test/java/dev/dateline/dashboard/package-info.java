/** Tests of the dashboard as a whole. */
@NullMarked
package dev.dateline.dashboard;

import org.jspecify.annotations.NullMarked;

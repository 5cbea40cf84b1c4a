/** What the page shows, kept in memory within bounds of number and size. Knows no web. */
@NullMarked
package dev.dateline.dashboard.view;

import org.jspecify.annotations.NullMarked;

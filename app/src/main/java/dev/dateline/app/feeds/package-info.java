/** What people see of feeds. */
@NullMarked
package dev.dateline.app.feeds;

import org.jspecify.annotations.NullMarked;

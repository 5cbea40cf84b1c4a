/** Reading topics: from a thread of its own as they grow, and single records when asked for. */
@NullMarked
package dev.dateline.dashboard.read;

import org.jspecify.annotations.NullMarked;

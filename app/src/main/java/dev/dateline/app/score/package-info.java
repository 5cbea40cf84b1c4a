/** Scores of the whole way: a story through the topologies against what one expects. */
@NullMarked
package dev.dateline.app.score;

import org.jspecify.annotations.NullMarked;

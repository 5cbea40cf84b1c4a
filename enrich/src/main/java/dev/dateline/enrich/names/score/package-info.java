/** Scores names against gold files, with the rules of the project's yardstick. */
@NullMarked
package dev.dateline.enrich.names.score;

import org.jspecify.annotations.NullMarked;

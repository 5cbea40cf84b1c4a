/**
 * Scorers: annotations held against gold corpora, with the figures of the published comparisons.
 */
@NullMarked
package dev.dateline.enrich.score;

import org.jspecify.annotations.NullMarked;

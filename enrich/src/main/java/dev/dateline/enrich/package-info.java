/** The understanding of one article, as pure functions. */
@NullMarked
package dev.dateline.enrich;

import org.jspecify.annotations.NullMarked;

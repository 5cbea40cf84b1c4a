/**
 * The sequence tagger: features hashed to ints, a table of weights, and the best path through them.
 */
@NullMarked
package dev.dateline.enrich.names.tagger;

import org.jspecify.annotations.NullMarked;

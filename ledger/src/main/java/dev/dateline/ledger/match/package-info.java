/**
 * Proposition matching: whether two claims say the same, the opposite, a later value, or something
 * else.
 */
@NullMarked
package dev.dateline.ledger.match;

import org.jspecify.annotations.NullMarked;

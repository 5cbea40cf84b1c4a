package dev.dateline.ledger.match;

/**
 * How a claim stands to an earlier one, in numbers alone.
 *
 * @param relation the likeliest relation
 * @param score how probable that relation is, from 0 to 1
 * @param matching how probable it is that both are about the same matter, from 0 to 1
 * @param opposite whether one affirms what the other denies or negates, other differences aside
 */
public record Odds(Relation relation, double score, double matching, boolean opposite) {}

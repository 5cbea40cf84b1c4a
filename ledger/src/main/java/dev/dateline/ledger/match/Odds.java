package dev.dateline.ledger.match;

/**
 * How a claim stands to an earlier one, in numbers alone.
 *
 * @param relation the likeliest relation
 * @param score how probable that relation is, from 0 to 1
 * @param related how probable it is that they are about one matter and not just about one subject,
 *     from 0 to 1, where nearly all pairs are not
 * @param opposite whether one affirms what the other denies or negates, other differences aside
 */
public record Odds(Relation relation, double score, double related, boolean opposite) {}

package dev.dateline.ledger.match;

import org.jspecify.annotations.Nullable;

/**
 * Two claims, the earlier first, and how the later stands to the earlier.
 *
 * @param id for people
 * @param earlier the earlier claim
 * @param later the later claim
 * @param relation the label; null when the pair has none
 */
public record LabelledPair(
    String id, Assertion earlier, Assertion later, @Nullable Relation relation) {}

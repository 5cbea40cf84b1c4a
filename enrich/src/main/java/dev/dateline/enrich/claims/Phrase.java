package dev.dateline.enrich.claims;

/**
 * A claimant's noun phrase, in items of its passage.
 *
 * @param from first item of the whole phrase, role and appositions included
 * @param to one past its last item
 * @param coreFrom first item of the name, or of the noun phrase itself where there is no name
 * @param coreTo one past its last item
 */
record Phrase(int from, int to, int coreFrom, int coreTo) {}

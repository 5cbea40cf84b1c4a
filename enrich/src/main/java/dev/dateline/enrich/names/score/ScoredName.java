package dev.dateline.enrich.names.score;

/**
 * A name in a text, gold or predicted.
 *
 * @param start first code point
 * @param end one past the last code point
 * @param label PER, ORG or LOC; anything else is not scored
 */
public record ScoredName(int start, int end, String label) {}

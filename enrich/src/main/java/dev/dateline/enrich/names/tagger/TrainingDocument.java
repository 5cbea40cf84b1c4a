package dev.dateline.enrich.names.tagger;

import java.util.List;

/**
 * A document with the labels its tokens may have.
 *
 * @param sentences its words
 * @param allowed for every token a bit set of {@link Labels}: one bit where the label is known
 * @param weight how much an error counts; 1 is usual
 */
public record TrainingDocument(List<String[]> sentences, List<int[]> allowed, float weight) {}

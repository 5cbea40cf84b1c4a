package dev.dateline.ingest.article;

import java.util.List;

/**
 * A text in the form that is published, with what had to be mended.
 *
 * @param text the text
 * @param warnings what was lost or replaced, for people; empty when nothing was
 */
public record NormalizedText(String text, List<String> warnings) {}

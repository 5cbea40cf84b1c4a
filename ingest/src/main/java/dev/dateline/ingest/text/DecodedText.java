package dev.dateline.ingest.text;

import java.util.List;

/**
 * Bytes read as characters.
 *
 * @param text the characters, without a byte order mark
 * @param warnings what had to be guessed or replaced, for people; empty when nothing had
 */
public record DecodedText(String text, List<String> warnings) {}

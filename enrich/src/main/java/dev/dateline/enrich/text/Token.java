package dev.dateline.enrich.text;

/**
 * One word or punctuation mark.
 *
 * @param start first UTF-16 index in the article's text
 * @param end one past the last index
 * @param text the surface
 * @param pos part of speech, Universal Dependencies (NOUN, PROPN, VERB, …)
 */
public record Token(int start, int end, String text, String pos) {

  /** Returns the positions alone. */
  public TextSpan span() {
    return new TextSpan(start, end);
  }
}

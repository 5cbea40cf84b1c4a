package dev.dateline.enrich.text;

import java.util.List;

/**
 * One sentence with its tokens.
 *
 * @param start first UTF-16 index in the article's text
 * @param end one past the last index, trailing white space left out
 * @param paragraph number of its paragraph, from 0; paragraphs are parted by line breaks
 * @param tokens in text order, never empty
 */
public record Sentence(int start, int end, int paragraph, List<Token> tokens) {

  /** Keeps its own copy of the tokens. */
  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /** Returns the positions alone. */
  public TextSpan span() {
    return new TextSpan(start, end);
  }
}

package dev.dateline.enrich.text;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article split into sentences and tokens: what every other annotator package starts from.
 *
 * <p>Immutable but for the running clock of its budget.
 *
 * @param text the body; every index points into it
 * @param title the headline, never part of the text; null when there is none
 * @param published the day it was published, in UTC; null when not known: then relative times stay
 *     unresolved, and the fetch clock is never used instead
 * @param source the outlet, by name or host; null when not known
 * @param sentences in text order
 * @param tokens all tokens of all sentences, in text order
 * @param budget the time it may take
 */
public record TextDocument(
    String text,
    @Nullable String title,
    @Nullable LocalDate published,
    @Nullable String source,
    List<Sentence> sentences,
    List<Token> tokens,
    Budget budget) {

  /** Keeps its own copies of the lists. */
  public TextDocument {
    sentences = List.copyOf(sentences);
    tokens = List.copyOf(tokens);
  }
}

package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document with, for every token, the name it belongs to. Immutable once made. */
final class Scene {

  private final TextDocument document;
  private final @Nullable TaggedName[] nameOf;
  private final int[] sentenceStarts;

  Scene(TextDocument document, List<TaggedName> names) {
    this.document = document;
    nameOf = new @Nullable TaggedName[document.tokens().size()];
    for (TaggedName name : names) {
      Arrays.fill(nameOf, name.first(), name.end(), name);
    }
    sentenceStarts = new int[document.sentences().size()];
    int count = 0;
    for (int s = 0; s < sentenceStarts.length; s++) {
      sentenceStarts[s] = count;
      count += document.sentences().get(s).tokens().size();
    }
  }

  TextDocument document() {
    return document;
  }

  List<Token> tokens() {
    return document.tokens();
  }

  /** Returns the name a token belongs to; null outside of names. */
  @Nullable TaggedName name(int token) {
    return nameOf[token];
  }

  /** Returns a token's surface in small letters. */
  String lower(int token) {
    return tokens().get(token).text().toLowerCase(Locale.ROOT);
  }

  /** Returns the first token of a sentence. */
  int from(int sentence) {
    return sentenceStarts[sentence];
  }

  /** Returns one past the last token of a sentence. */
  int to(int sentence) {
    return sentenceStarts[sentence] + document.sentences().get(sentence).tokens().size();
  }

  /** Returns the number of a token's sentence. */
  int sentenceOf(int token) {
    int at = Arrays.binarySearch(sentenceStarts, token);
    return at >= 0 ? at : -at - 2;
  }
}

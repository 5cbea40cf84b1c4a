package dev.dateline.enrich.text;

import java.util.List;

/** Gives each token of a sentence its part of speech, Universal Dependencies. Thread-safe. */
interface PartOfSpeechTagger {

  /**
   * Returns one tag a token.
   *
   * @param plain the text, made by {@link Normalizer}
   * @param tokens the tokens of one sentence
   */
  String[] tag(String plain, List<TextSpan> tokens);
}

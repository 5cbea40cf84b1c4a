package dev.dateline.enrich.times;

import dev.dateline.enrich.text.Token;
import java.util.List;

/**
 * A token with what it can mean in a time expression.
 *
 * @param token the token
 * @param word in lower case, with plain punctuation and without the last full stop of an
 *     abbreviation
 * @param classes bits of its {@link TimeClass}es
 * @param number its value; 0 when it has none
 * @param value the value of its line in the word table; empty when it has none
 * @param forms the forms that open with this very word
 */
record TimeToken(
    Token token, String word, int classes, int number, String value, List<TimeForm> forms) {

  static TimeToken plain(Token token, String word) {
    return new TimeToken(token, word, 0, 0, "", List.of());
  }

  boolean is(TimeClass timeClass) {
    return (classes & timeClass.bit()) != 0;
  }

  boolean isCapitalized() {
    return Character.isUpperCase(token.text().charAt(0));
  }
}

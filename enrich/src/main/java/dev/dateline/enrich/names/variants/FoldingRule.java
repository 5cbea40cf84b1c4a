package dev.dateline.enrich.names.variants;

/** One line of {@code folding.tsv}: letters and what they become. Immutable; thread-safe. */
final class FoldingRule {

  private final String scope;
  private final String to;
  private final boolean atStart;
  private final boolean atEnd;
  private final String pattern;
  private final boolean literal;

  /**
   * Reads a rule.
   *
   * @param scope the habit it belongs to; {@code any} for all words
   * @param from pattern: small letters, {@code ^} and {@code $} for the ends, V and C for classes
   * @param to replacement; V and C stand for the letters matched
   */
  FoldingRule(String scope, String from, String to) {
    this.scope = scope;
    this.to = to;
    atStart = from.startsWith("^");
    atEnd = from.endsWith("$");
    pattern = from.substring(atStart ? 1 : 0, from.length() - (atEnd ? 1 : 0));
    literal = pattern.indexOf('V') < 0 && pattern.indexOf('C') < 0;
  }

  /** Returns the habit it belongs to; {@code any} for all words. */
  String scope() {
    return scope;
  }

  /** Applies the rule once from left to right. */
  String apply(String word) {
    if (pattern.length() > word.length() || (literal && !word.contains(pattern))) {
      return word;
    }
    int first = atEnd ? word.length() - pattern.length() : 0;
    int last = atStart ? 0 : word.length() - pattern.length();
    StringBuilder out = null;
    int copied = 0;
    for (int i = first; i <= last; i++) {
      if (matches(pattern, word, i)) {
        if (out == null) {
          out = new StringBuilder(word.length() + 4);
        }
        out.append(word, copied, i);
        replace(pattern, word, i, out);
        copied = i + pattern.length();
        i = copied - 1;
      }
    }
    return out == null ? word : out.append(word, copied, word.length()).toString();
  }

  private static boolean matches(String pattern, String word, int at) {
    for (int k = 0; k < pattern.length(); k++) {
      char wanted = pattern.charAt(k);
      char found = word.charAt(at + k);
      boolean same =
          switch (wanted) {
            case 'V' -> isVowel(found);
            case 'C' -> Character.isLetter(found) && !isVowel(found);
            default -> wanted == found;
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private void replace(String pattern, String word, int at, StringBuilder out) {
    int next = 0;
    for (int k = 0; k < to.length(); k++) {
      char letter = to.charAt(k);
      if (letter == 'V' || letter == 'C') {
        while (pattern.charAt(next) != letter) {
          next++;
        }
        out.append(word.charAt(at + next));
        next++;
      } else {
        out.append(letter);
      }
    }
  }

  static boolean isVowel(char letter) {
    return "aeiouy".indexOf(letter) >= 0;
  }
}

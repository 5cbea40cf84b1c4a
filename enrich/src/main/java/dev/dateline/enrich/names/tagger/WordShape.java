package dev.dateline.enrich.names.tagger;

/** What a word looks like, whatever it says: capitals, digits, marks. */
final class WordShape {

  /** Holds no letter at all. */
  static final int NO_LETTERS = 0;

  /** All letters are small. */
  static final int SMALL = 1;

  /** One capital letter, alone or with a full stop. */
  static final int INITIAL = 2;

  /** A capital first, small letters after it. */
  static final int CAPITALISED = 3;

  /** More than one letter, all capitals. */
  static final int ALL_CAPITALS = 4;

  /** Capitals and small letters in any other order ("McDonald", "iPhone"). */
  static final int MIXED = 5;

  private WordShape() {}

  /** Returns one of the constants of this class. */
  static int caseOf(String word) {
    int capitals = 0;
    int small = 0;
    boolean capitalFirst = false;
    for (int i = 0; i < word.length(); i++) {
      char character = word.charAt(i);
      if (isCapital(character)) {
        capitalFirst |= i == 0;
        capitals++;
      } else if (isSmall(character)) {
        small++;
      }
    }
    if (capitals == 0) {
      return small == 0 ? NO_LETTERS : SMALL;
    }
    if (small == 0) {
      return capitals == 1 ? INITIAL : ALL_CAPITALS;
    }
    return capitals == 1 && capitalFirst ? CAPITALISED : MIXED;
  }

  /** Hashes the pattern of a word, a run of one kind counting {@code longest} at most. */
  static int pattern(String word, int longest) {
    int hash = 0x811c9dc5;
    int run = 0;
    char last = 0;
    for (int i = 0; i < word.length(); i++) {
      char kind = kind(word.charAt(i));
      run = kind == last ? run + 1 : 1;
      last = kind;
      if (run <= longest) {
        hash = Hashing.add(hash, kind);
      }
    }
    return Hashing.spread(hash);
  }

  static boolean isCapital(char character) {
    return character < 128
        ? character >= 'A' && character <= 'Z'
        : Character.isUpperCase(character);
  }

  private static boolean isSmall(char character) {
    return character < 128
        ? character >= 'a' && character <= 'z'
        : Character.isLetter(character) && !Character.isUpperCase(character);
  }

  private static char kind(char character) {
    if (isCapital(character)) {
      return 'X';
    }
    if (isSmall(character)) {
      return 'x';
    }
    return character >= '0' && character <= '9' ? '0' : character;
  }
}

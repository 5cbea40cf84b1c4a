package dev.dateline.enrich.names.tagger;

/** Integer hashing shared by training and tagging; a change here makes every trained model void. */
final class Hashing {

  private Hashing() {}

  /** Spreads the bits of an int (the finaliser of MurmurHash3, public domain). */
  static int spread(int value) {
    int hash = value;
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    hash ^= hash >>> 16;
    return hash;
  }

  /** Puts two ints together, order counting. */
  static int pair(int first, int second) {
    return (first * 0x9e3779b1 + Integer.rotateLeft(second, 15)) * 0x85ebca6b + second;
  }

  /** Adds one character to a running hash. */
  static int add(int hash, char character) {
    return (hash ^ character) * 0x01000193;
  }

  /** Hashes a word as it is written. */
  static int exact(String word) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, word.charAt(i));
    }
    return spread(hash);
  }

  /** Hashes a word in lower case, without making the lower-case string. */
  static int lowerCase(String word) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < word.length(); i++) {
      hash = add(hash, lower(word.charAt(i)));
    }
    return spread(hash);
  }

  /** Lowers one character; curly apostrophes become straight ones. */
  static char lower(char character) {
    if (character < 128) {
      return character >= 'A' && character <= 'Z' ? (char) (character + 32) : character;
    }
    return character == '’' || character == '‘' ? '\'' : Character.toLowerCase(character);
  }
}

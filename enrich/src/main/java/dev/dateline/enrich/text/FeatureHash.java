package dev.dateline.enrich.text;

/** Hashes the names of features, character by character (FNV-1a, 64 bits). */
final class FeatureHash {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private FeatureHash() {}

  /** Returns the hash of a name, never 0. */
  static long of(String name) {
    return end(begin(name));
  }

  /** Begins a hash with the first characters of a name. */
  static long begin(String start) {
    return add(OFFSET, start);
  }

  /** Goes on with more of the name. */
  static long add(long begun, String more) {
    long hash = begun;
    for (int i = 0; i < more.length(); i++) {
      hash = add(hash, more.charAt(i));
    }
    return hash;
  }

  /** Goes on with one character. */
  static long add(long begun, char more) {
    return (begun ^ more) * PRIME;
  }

  /** Returns the hash of a name that was added to its end; never 0. */
  static long end(long begun) {
    // The low bits choose a table's slot: the high ones are the better mixed.
    long hash = begun ^ (begun >>> 32);
    return hash == 0 ? 1 : hash;
  }
}

package dev.dateline.ledger.match;

/** Likeness of names across spellings and transliterations. */
final class Names {
  private static final double LEAST = 0.72;

  private Names() {}

  /**
   * A name with what its spellings have in common.
   *
   * @param lower folded surface
   * @param skeleton what {@link #skeleton} makes of it
   * @param letters a bit for each letter of the skeleton, by its number modulo 64
   */
  record Name(String lower, String skeleton, long letters) {
    static Name of(String lower) {
      String skeleton = Names.skeleton(lower);
      long letters = 0;
      for (int i = 0; i < skeleton.length(); i++) {
        letters |= 1L << (skeleton.charAt(i) & 63);
      }
      return new Name(lower, skeleton, letters);
    }
  }

  /** From 0, nothing alike, to 1, the same but for spelling. */
  static double likeness(Name first, Name second) {
    if (first.lower.equals(second.lower)) {
      return 1;
    }
    String a = first.skeleton;
    String b = second.skeleton;
    if (a.equals(b) && a.length() > 2) {
      return 0.97;
    }
    int longer = Math.max(a.length(), b.length());
    if (longer < 4 || Math.abs(a.length() - b.length()) > 3) {
      return 0;
    }
    // One edit changes two letters of the sets at most, so that most pairs need no table.
    int least = (Long.bitCount(first.letters ^ second.letters) + 1) / 2;
    if (likeness(least, longer) < LEAST) {
      return 0;
    }
    double likeness = likeness(distance(a, b), longer);
    return likeness >= LEAST ? likeness : 0;
  }

  private static double likeness(int edits, int longer) {
    return 1 - (double) edits / longer;
  }

  /** Folds the letters that transliterations of one sound differ in. */
  static String skeleton(String name) {
    String folded =
        name.replace("kh", "h")
            .replace("gh", "g")
            .replace("ph", "f")
            .replace("ck", "k")
            .replace("sch", "sh")
            .replace("tch", "ch")
            .replace("tz", "ts")
            .replace("dzh", "j")
            .replace("zh", "z")
            .replace("ij", "i")
            .replace("iy", "i")
            .replace("yi", "i")
            .replace("ia", "ya")
            .replace("iu", "yu")
            .replace("ie", "e")
            .replace("ye", "e")
            .replace("yo", "o");
    StringBuilder skeleton = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      char letter =
          switch (folded.charAt(i)) {
            case 'y', 'j' -> 'i';
            case 'w' -> 'v';
            case 'q' -> 'k';
            case 'h' -> 'g';
            default -> folded.charAt(i);
          };
      boolean letterOrDigit = Character.isLetterOrDigit(letter);
      if (letterOrDigit
          && (skeleton.length() == 0 || skeleton.charAt(skeleton.length() - 1) != letter)) {
        skeleton.append(letter);
      }
    }
    return skeleton.toString();
  }

  /** Levenshtein's edit distance. */
  static int distance(String first, String second) {
    int[] previous = new int[second.length() + 1];
    for (int j = 0; j < previous.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int[] row = new int[previous.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = row;
    }
    return previous[second.length()];
  }
}

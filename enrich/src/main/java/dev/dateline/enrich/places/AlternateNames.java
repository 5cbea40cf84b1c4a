package dev.dateline.enrich.places;

/** Which of GeoNames' alternate names can stand in an English text. */
final class AlternateNames {

  private AlternateNames() {}

  /**
   * Tells whether a name is worth keeping: Latin letters, three at least, without digits, and no
   * airport code.
   */
  static boolean isUsable(String name) {
    String folded = NameKey.fold(name);
    int letters = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters++;
      } else if (c != ' ' && c != '-') {
        return false;
      }
    }
    return letters >= 3 && !(letters <= 4 && GazetteerBuilder.isAbbreviation(name));
  }
}

package dev.dateline.enrich.claims;

/** Finds where a content that is not in quotation marks ends. Stateless. */
final class Extent {

  private Extent() {}

  /** Returns one past the last item of the content that starts at an index. */
  static int end(Passage p, int from, int ceiling) {
    for (int i = from + 1; i < ceiling; i++) {
      if (p.isDash(i) || p.is(i, ";")) {
        return i;
      }
      if (p.isComma(i) && p.is(i + 1, "but")) {
        return i;
      }
    }
    return ceiling;
  }
}

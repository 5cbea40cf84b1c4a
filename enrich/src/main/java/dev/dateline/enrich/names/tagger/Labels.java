package dev.dateline.enrich.names.tagger;

/**
 * The labels of one token: outside, or first, inner, last or only token of a name of one type (the
 * BILOU code of Ratinov and Roth 2009).
 *
 * <p>Label 0 is outside; then four for every type, in the order of {@link NameType}.
 */
public final class Labels {

  /** Outside any name. */
  public static final int OUTSIDE = 0;

  /** How many there are. */
  public static final int COUNT = 1 + 4 * NameType.values().length;

  private static final int FIRST = 0;
  private static final int INNER = 1;
  private static final int LAST = 2;
  private static final int ONLY = 3;
  private static final NameType[] TYPES = NameType.values();

  private Labels() {}

  /** Returns the label of token {@code offset} of a name with {@code length} tokens. */
  public static int of(NameType type, int offset, int length) {
    int place;
    if (length == 1) {
      place = ONLY;
    } else if (offset == 0) {
      place = FIRST;
    } else {
      place = offset == length - 1 ? LAST : INNER;
    }
    return 1 + 4 * type.code() + place;
  }

  /** Returns the type of a label other than {@link #OUTSIDE}. */
  public static NameType type(int label) {
    return TYPES[(label - 1) >> 2];
  }

  /** Tells whether a name begins with this label. */
  public static boolean begins(int label) {
    int place = (label - 1) & 3;
    return label != OUTSIDE && (place == FIRST || place == ONLY);
  }

  /** Tells whether a name ends with this label. */
  public static boolean ends(int label) {
    int place = (label - 1) & 3;
    return label != OUTSIDE && (place == LAST || place == ONLY);
  }

  /** Tells whether one label may follow another. */
  public static boolean mayFollow(int before, int after) {
    boolean closed = before == OUTSIDE || ends(before);
    boolean opens = after == OUTSIDE || begins(after);
    if (closed || opens) {
      return closed && opens;
    }
    return type(before) == type(after);
  }
}

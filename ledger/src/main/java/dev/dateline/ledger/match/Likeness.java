package dev.dateline.ledger.match;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far two content words mean the same: by form, class, WordNet, and vector, the surest first.
 */
final class Likeness {
  private static final double CLASS = 0.85;
  private static final double SYNONYM = 0.85;
  private static final double KIND = 0.7;
  private static final double FAR_KIND = 0.5;
  private static final double OPPOSITE = 0.6;
  private static final double SIBLING_CAP = 0.3;
  private static final double VECTOR_FLOOR = 0.35;
  private static final double VECTOR_CAP = 0.6;

  /** More than there are entries in the table of words. */
  private static final int NUMBERS = 1 << 16;

  private static final int CACHE_BITS = 19;

  private final Concepts concepts;

  /** By pair of words, the pair in the upper half and the bits of its likeness in the lower. */
  private final AtomicLongArray cache = new AtomicLongArray(1 << CACHE_BITS);

  Likeness(Concepts concepts) {
    this.concepts = concepts;
  }

  double of(Term first, Term second) {
    if (first.stem().equals(second.stem())) {
      return 1;
    }
    if (first.country() >= 0 && first.country() == second.country()) {
      return 0.95;
    }
    if (first.country() >= 0 && second.country() >= 0) {
      return 0;
    }
    if (first.isName() || second.isName()) {
      double likeness = Names.likeness(first.name(), second.name());
      if (likeness > 0) {
        return likeness;
      }
      if (first.isName() && second.isName()) {
        return 0;
      }
    }
    if (first.concepts().intersects(second.concepts())) {
      return CLASS;
    }
    boolean opposed = concepts.opposed(first.concepts(), second.concepts());
    WordTable.Entry a = first.entry();
    WordTable.Entry b = second.entry();
    if (a == null || b == null) {
      return opposed ? OPPOSITE : 0;
    }
    double plain = plain(a, b);
    return opposed && plain < SYNONYM ? Math.max(OPPOSITE, plain) : plain;
  }

  /** By WordNet and vector alone; remembered, since the words of news come again and again. */
  private float plain(WordTable.Entry first, WordTable.Entry second) {
    int pair =
        Math.min(first.number(), second.number()) * NUMBERS
            + Math.max(first.number(), second.number());
    int slot = (pair * 0x9E3779B1) >>> (Integer.SIZE - CACHE_BITS);
    long known = cache.get(slot);
    if ((int) (known >>> Integer.SIZE) == pair) {
      return Float.intBitsToFloat((int) known);
    }
    float likeness = (float) measured(first, second);
    cache.set(slot, ((long) pair << Integer.SIZE) | Float.floatToIntBits(likeness));
    return likeness;
  }

  private static double measured(WordTable.Entry a, WordTable.Entry b) {
    double cosine = a.vector().cosine(b.vector());
    double close = Math.max(0, Math.min(VECTOR_CAP, (cosine - VECTOR_FLOOR) / (1 - VECTOR_FLOOR)));
    return switch (Senses.relation(a.senses(), b.senses())) {
      case SAME -> SYNONYM;
      case OPPOSITE -> OPPOSITE;
      case KIND_OF -> Math.max(KIND, close);
      case FAR_KIND_OF -> Math.max(FAR_KIND, close);
      case SIBLING -> Math.min(SIBLING_CAP, close);
      case NONE -> close;
    };
  }

  /**
   * Whether both name things of one kind that are not the same: oil and gas, drones and missiles.
   */
  boolean rivals(Term first, Term second) {
    if (first.stem().equals(second.stem())) {
      return false;
    }
    BitSet a = first.concepts();
    BitSet b = second.concepts();
    if (a.intersects(b)) {
      return false;
    }
    if (concepts.opposed(a, b)) {
      return true;
    }
    WordTable.Entry x = first.entry();
    WordTable.Entry y = second.entry();
    return x != null
        && y != null
        && Senses.relation(x.senses(), y.senses()) == Senses.Relation.SIBLING;
  }
}

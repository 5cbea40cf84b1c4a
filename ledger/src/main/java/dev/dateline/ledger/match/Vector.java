package dev.dateline.ledger.match;

/** A direction in the space of meanings, in small numbers. Immutable. */
final class Vector {
  private final byte[] components;
  private final double norm;

  /** Keeps the array, which must not change. */
  Vector(byte[] components) {
    this.components = components;
    int sum = 0;
    for (byte component : components) {
      sum += component * component;
    }
    norm = Math.sqrt(sum);
  }

  byte at(int dimension) {
    return components[dimension];
  }

  /** Cosine of the angle between them; 0 where one has no direction. */
  double cosine(Vector other) {
    int sum = 0;
    for (int i = 0; i < components.length; i++) {
      sum += components[i] * other.components[i];
    }
    return norm == 0 || other.norm == 0 ? 0 : sum / (norm * other.norm);
  }
}

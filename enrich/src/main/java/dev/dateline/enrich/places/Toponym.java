package dev.dateline.enrich.places;

import dev.dateline.enrich.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of text that may name a place, while an article is being resolved. Not thread-safe. */
final class Toponym {

  /** What the word after the name says about the level that is meant. */
  enum Level {
    ANY,
    REGION,
    COUNTY
  }

  final int firstWord;
  final int endWord;
  final int start;
  final int end;
  final long key;
  final Level level;
  final List<Candidate> candidates = new ArrayList<>();

  /** Reasons for and against its being a place at all, with their weights. */
  final List<Reason> reasons = new ArrayList<>();

  /** The sum of the weights; a toponym with less than nothing is not a place. */
  double evidence;

  /** The name right behind it that may hold it: "California" after "Long Beach"; null for none. */
  @Nullable Toponym container;

  @Nullable Candidate chosen;

  Toponym(int firstWord, int endWord, int start, int end, long key, Level level) {
    this.firstWord = firstWord;
    this.endWord = endWord;
    this.start = start;
    this.end = end;
    this.key = key;
    this.level = level;
  }

  TextSpan span() {
    return new TextSpan(start, end);
  }

  void because(String reason, double weight) {
    if (weight != 0) {
      reasons.add(new Reason(reason, weight));
      evidence += weight;
    }
  }

  boolean isPlace() {
    return evidence >= 0;
  }

  /** One place the name can stand for. */
  static final class Candidate {
    final int place;
    final NameKind nameKind;
    double prior;
    double score;
    List<Reason> reasons = new ArrayList<>();

    Candidate(int place, NameKind nameKind) {
      this.place = place;
      this.nameKind = nameKind;
    }

    void because(String reason, double weight) {
      if (weight != 0) {
        reasons.add(new Reason(reason, weight));
        score += weight;
      }
    }
  }

  /** Why, and by how much. */
  record Reason(String reason, double weight) {}
}

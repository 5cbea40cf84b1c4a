package dev.dateline.enrich.places;

import dev.dateline.enrich.text.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
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
  final List<Candidate> candidates = new ArrayList<>(4);

  /** Why it is a place or not; null unless someone wants to know. */
  private @Nullable List<Reason> reasons;

  /** The sum of the weights; a toponym with less than nothing is not a place. */
  double evidence;

  /** Whether it is an ordinary word, a direction, a day or the like as well ("May", "West"). */
  boolean ordinary;

  /** Whether the gazetteer has the name in another spelling alone. */
  boolean respelled;

  /** Whether the tagger found a name where it stands. */
  boolean tagged;

  /** Whether the text around it shows that it is part of a person's name. */
  boolean partOfName;

  /** The name right behind it that may hold it: "California" after "Long Beach"; null for none. */
  @Nullable Toponym container;

  /** The name right before it that it may hold; null for none. */
  @Nullable Toponym contained;

  /** The next name of the same list ("Oregon, Nevada and Utah"); null for none. */
  @Nullable Toponym nextInList;

  @Nullable Candidate chosen;
  private @Nullable List<Candidate> scored;

  Toponym(int firstWord, int endWord, int start, int end, long key, Level level) {
    this.firstWord = firstWord;
    this.endWord = endWord;
    this.start = start;
    this.end = end;
    this.key = key;
    this.level = level;
  }

  /** Tells whether nothing in the text makes a name of this word ("But", "in May"). */
  boolean isNoName() {
    return ordinary && !tagged && !isPlace();
  }

  TextSpan span() {
    return new TextSpan(start, end);
  }

  int wordCount() {
    return endWord - firstWord;
  }

  /** Keeps the reasons of all weights from now on. */
  void explain() {
    reasons = new ArrayList<>();
    candidates.forEach(Candidate::explain);
  }

  List<Reason> reasons() {
    return reasons == null ? List.of() : List.copyOf(reasons);
  }

  void because(String reason, double weight) {
    evidence += weight;
    if (reasons != null && weight != 0) {
      reasons.add(new Reason(reason, weight));
    }
  }

  /** Takes over the choice made for the first occurrence of the same name. */
  void choose(List<Candidate> scored, @Nullable Candidate best) {
    this.scored = scored;
    this.chosen = best;
  }

  /** Returns the candidates, best first; those of the first occurrence, which carry the scores. */
  List<Candidate> ranked() {
    List<Candidate> ranked = new ArrayList<>(scored == null ? candidates : scored);
    ranked.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score));
    return ranked;
  }

  boolean isPlace() {
    return evidence >= 0 && !candidates.isEmpty();
  }

  /** One place the name can stand for. */
  static final class Candidate {
    final int place;
    final NameKind nameKind;
    double score;
    private @Nullable List<Reason> reasons;

    Candidate(int place, NameKind nameKind) {
      this.place = place;
      this.nameKind = nameKind;
    }

    void explain() {
      reasons = new ArrayList<>();
    }

    void restart() {
      score = 0;
      if (reasons != null) {
        reasons.clear();
      }
    }

    List<Reason> reasons() {
      return reasons == null ? List.of() : List.copyOf(reasons);
    }

    void because(String reason, double weight) {
      score += weight;
      if (reasons != null && weight != 0) {
        reasons.add(new Reason(reason, weight));
      }
    }
  }

  /**
   * Why, and by how much.
   *
   * @param reason in words
   * @param weight in units of "rather"; less than 0 speaks against
   */
  record Reason(String reason, double weight) {}
}

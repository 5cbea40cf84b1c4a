package dev.dateline.ledger.match;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A claim prepared for comparison; immutable and cheap to keep.
 *
 * <p>Made by {@link ClaimMatcher#prepare}. Nothing in it depends on other claims.
 */
public final class Proposition {
  final Assertion assertion;
  final List<Term> terms;
  final List<Term> context;
  final List<Quantity> quantities;
  final BitSet concepts;
  final Set<Cue> cues;
  final boolean turned;
  final Set<String> weekdays;
  final @Nullable Vector meaning;
  final float weight;
  final Signature signature;
  final Set<String> claimantStems;
  private final List<String> placeSkeletons;

  Proposition(
      Assertion assertion,
      List<Term> terms,
      List<Term> context,
      List<Quantity> quantities,
      BitSet concepts,
      Set<Cue> cues,
      boolean turned,
      Set<String> weekdays,
      @Nullable Vector meaning) {
    this.assertion = assertion;
    this.terms = terms;
    this.context = context;
    this.quantities = quantities;
    this.concepts = concepts;
    this.cues = cues;
    this.turned = turned;
    this.weekdays = weekdays;
    this.meaning = meaning;
    claimantStems = stems(assertion.claimant());
    placeSkeletons = assertion.places().stream().map(Claimants::skeleton).toList();
    float sum = 0;
    for (Term term : terms) {
      sum += term.weight();
    }
    weight = sum;
    signature = new Signature(terms, concepts, meaning);
  }

  private static Set<String> stems(@Nullable String text) {
    if (text == null) {
      return Set.of();
    }
    Set<String> stems = new HashSet<>();
    for (Words.Word word : Words.split(text)) {
      if (word.lower().length() > 2) {
        stems.add(Names.skeleton(Words.stem(word.lower())));
      }
    }
    return Set.copyOf(stems);
  }

  /** The claim it was made from. */
  public Assertion assertion() {
    return assertion;
  }

  /** Whether a word is the name of a place the claim is about. */
  boolean isPlace(Term term) {
    if (!term.isName()) {
      return false;
    }
    return placeSkeletons.contains(term.name().skeleton());
  }

  /** The name of its most specific place, spellings folded; null when it has none. */
  @Nullable String placeSkeleton() {
    return placeSkeletons.isEmpty() ? null : placeSkeletons.get(0);
  }

  boolean has(Cue cue) {
    return cues.contains(cue);
  }
}

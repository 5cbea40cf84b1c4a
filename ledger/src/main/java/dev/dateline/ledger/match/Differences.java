package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tells in words in what two propositions agree and differ. */
final class Differences {
  private static final int MOST_WORDS = 4;
  private static final double ALIKE = 0.65;

  private final PairFeatures features;
  private final Concepts concepts;

  Differences(PairFeatures features, Concepts concepts) {
    this.features = features;
    this.concepts = concepts;
  }

  static List<String> shared(Proposition earlier, Alignment.Both aligned) {
    Alignment alignment = aligned.back();
    return IntStream.range(0, alignment.likeness.length)
        .filter(i -> alignment.likeness[i] >= ALIKE)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -alignment.terms.get(i).weight()))
        .limit(MOST_WORDS)
        .map(i -> label(alignment, i, earlier))
        .toList();
  }

  private static String label(Alignment alignment, int i, Proposition other) {
    String word = alignment.terms.get(i).lower();
    int partner = alignment.partner[i];
    if (partner < 0 || other.terms.get(partner).stem().equals(alignment.terms.get(i).stem())) {
      return word;
    }
    return other.terms.get(partner).lower() + "≈" + word;
  }

  List<Difference> of(Proposition earlier, Proposition later, Alignment.Both aligned) {
    List<Difference> differences = new ArrayList<>();
    if (earlier.turned != later.turned) {
      differences.add(new Difference(Difference.Kind.POLARITY, polarity(earlier), polarity(later)));
    }
    differences.addAll(features.numberDifferences(earlier, later));
    String opposed = opposed(earlier, later);
    if (!opposed.isEmpty()) {
      differences.add(new Difference(Difference.Kind.PREDICATE, opposed, opposed(later, earlier)));
    }
    if (!earlier.assertion.places().isEmpty()
        && !later.assertion.places().isEmpty()
        && !earlier.assertion.places().get(0).equals(later.assertion.places().get(0))) {
      differences.add(
          new Difference(
              Difference.Kind.PLACE,
              earlier.assertion.places().get(0),
              later.assertion.places().get(0)));
    }
    if (earlier.has(Cue.FUTURE) != later.has(Cue.FUTURE)) {
      differences.add(new Difference(Difference.Kind.MODALITY, modality(earlier), modality(later)));
    }
    if (earlier.assertion.date() != null
        && later.assertion.date() != null
        && !earlier.assertion.date().equals(later.assertion.date())) {
      differences.add(
          new Difference(
              Difference.Kind.TIME,
              earlier.assertion.date().toString(),
              later.assertion.date().toString()));
    }
    add(differences, Difference.Kind.NAME, left(aligned.forth(), true), left(aligned.back(), true));
    add(
        differences,
        Difference.Kind.WORDS,
        left(aligned.forth(), false),
        left(aligned.back(), false));
    return differences;
  }

  private static void add(
      List<Difference> differences, Difference.Kind kind, String earlier, String later) {
    if (!earlier.isEmpty() || !later.isEmpty()) {
      differences.add(new Difference(kind, earlier, later));
    }
  }

  private static String polarity(Proposition proposition) {
    return proposition.assertion.denied() ? "denied" : proposition.turned ? "negated" : "affirmed";
  }

  private static String modality(Proposition proposition) {
    return proposition.has(Cue.FUTURE) ? "to come" : "done";
  }

  /** Words of the first whose class is opposed to one of the second. */
  private String opposed(Proposition first, Proposition second) {
    List<String> words = new ArrayList<>();
    for (Term term : first.terms) {
      if (!term.concepts().intersects(second.concepts)
          && concepts.opposedEvents(term.concepts(), second.concepts)) {
        words.add(term.lower());
      }
    }
    return String.join(" ", words);
  }

  private static String left(Alignment alignment, boolean names) {
    return IntStream.range(0, alignment.likeness.length)
        .filter(i -> alignment.likeness[i] < ALIKE && alignment.terms.get(i).isName() == names)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -alignment.terms.get(i).weight()))
        .limit(MOST_WORDS)
        .sorted()
        .map(i -> alignment.terms.get(i).lower())
        .reduce((one, two) -> one + " " + two)
        .orElse("");
  }
}

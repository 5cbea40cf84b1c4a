package dev.dateline.ledger.match;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures two propositions against each other. */
final class PairFeatures {
  /** Signs that say something only as far as both claims are about one matter. */
  private static final List<Feature> OF_ONE_MATTER =
      List.of(
          Feature.PROGRESS_LATER,
          Feature.PROGRESS_DIFFER_LATER,
          Feature.REVERSAL_DIFFER,
          Feature.FUTURE_THEN_DONE,
          Feature.NUMBER_UP_LATER,
          Feature.NUMBER_DOWN_LATER,
          Feature.NUMBER_RATIO,
          Feature.TURNED_DIFFER,
          Feature.REVERSED,
          Feature.REVERSED_SOON,
          Feature.REVERSED_LATER);

  private final Concepts concepts;
  private final Likeness likeness;
  private final BitSet things = new BitSet();

  PairFeatures(Concepts concepts, Likeness likeness) {
    this.concepts = concepts;
    this.likeness = likeness;
    for (int i = 0; i < concepts.size(); i++) {
      things.set(i, concepts.isThing(i));
    }
  }

  double[] of(Proposition a, Proposition b, Alignment.Both aligned) {
    double[] x = new double[Feature.values().length];
    set(x, Feature.BIAS, 1);
    place(x, a, b);
    long days = days(a, b);
    gap(x, days);
    claimant(x, a, b);
    words(x, a, b, aligned.forth(), aligned.back());
    events(x, a, b, days);
    numbers(x, a, b, days);
    times(x, a, b, days);
    cues(x, a, b, days);
    double cover = x[Feature.COVER_MEAN.index()];
    set(x, Feature.COVER_SOON, days <= 2 ? cover : 0);
    set(x, Feature.COVER_LATE, days > 7 ? cover : 0);
    double grounds = aligned.grounds(a, b);
    set(x, Feature.GROUNDS, grounds);
    for (Feature feature : OF_ONE_MATTER) {
      x[feature.index()] *= grounds;
    }
    return x;
  }

  private static void set(double[] x, Feature feature, double value) {
    x[feature.index()] = value;
  }

  private static void set(double[] x, Feature feature, boolean value) {
    x[feature.index()] = value ? 1 : 0;
  }

  private static long days(Proposition a, Proposition b) {
    if (a.assertion.date() == null || b.assertion.date() == null) {
      return 0;
    }
    return ChronoUnit.DAYS.between(a.assertion.date(), b.assertion.date());
  }

  private static void place(double[] x, Proposition a, Proposition b) {
    List<String> first = a.assertion.places();
    List<String> second = b.assertion.places();
    if (first.isEmpty() || second.isEmpty()) {
      // Nothing known is no sign of another place.
      set(x, Feature.PLACE_SAME, 1);
      return;
    }
    boolean same =
        Objects.equals(a.placeSkeleton(), b.placeSkeleton()) && last(first).equals(last(second));
    set(x, Feature.PLACE_SAME, same);
    boolean within =
        !same
            && (first.contains(second.get(0))
                || second.contains(first.get(0))
                || last(first).equals(last(second)));
    set(x, Feature.PLACE_COUNTRY, within);
    set(x, Feature.PLACE_OTHER, !same && !within);
  }

  private static String last(List<String> places) {
    return places.get(places.size() - 1);
  }

  private static void gap(double[] x, long days) {
    set(x, Feature.GAP, Math.log1p((double) Math.abs(days)) / 3);
    set(x, Feature.GAP_ZERO, days == 0);
    set(x, Feature.GAP_FEW, days > 0 && days <= 2);
    set(x, Feature.GAP_WEEKS, days > 7);
  }

  private void claimant(double[] x, Proposition a, Proposition b) {
    String first = a.assertion.claimant();
    String second = b.assertion.claimant();
    if (first == null || second == null) {
      return;
    }
    if (a.assertion.claimantId() != null
        && a.assertion.claimantId().equals(b.assertion.claimantId())) {
      set(x, Feature.CLAIMANT_SAME, 1);
      return;
    }
    Set<String> one = a.claimantStems;
    Set<String> two = b.claimantStems;
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(two);
    set(
        x,
        Feature.CLAIMANT_SAME,
        one.isEmpty() || two.isEmpty()
            ? 0
            : (double) shared.size() / Math.min(one.size(), two.size()));
  }

  private void words(double[] x, Proposition a, Proposition b, Alignment forth, Alignment back) {
    double one = forth.coverage();
    double two = back.coverage();
    set(x, Feature.COVER_LESS, Math.min(one, two));
    set(x, Feature.COVER_MORE, Math.max(one, two));
    set(x, Feature.COVER_MEAN, (one + two) / 2);
    set(x, Feature.EXACT_MEAN, exact(a, b));
    set(x, Feature.MATCHED, Math.log1p(Math.min(forth.matched(), back.matched())) / 3);
    set(x, Feature.LEFT_LESS, Math.min(forth.left(), back.left()) / 10);
    set(x, Feature.LEFT_MORE, Math.max(forth.left(), back.left()) / 10);
    double nounOne = forth.coverage(Term.Kind.NOUN);
    double nounTwo = back.coverage(Term.Kind.NOUN);
    if (nounOne >= 0 && nounTwo >= 0) {
      set(x, Feature.NOUN_LESS, Math.min(nounOne, nounTwo) - 0.5);
      set(x, Feature.NOUN_MORE, Math.max(nounOne, nounTwo) - 0.5);
    }
    set(
        x,
        Feature.NOUN_LEFT_LESS,
        Math.min(forth.greatestLeft(Term.Kind.NOUN), back.greatestLeft(Term.Kind.NOUN)) / 5);
    set(
        x,
        Feature.VERB_BEST,
        Math.max(forth.coverage(Term.Kind.VERB), back.coverage(Term.Kind.VERB)));
    double nameOne = forth.coverage(Term.Kind.NAME);
    double nameTwo = back.coverage(Term.Kind.NAME);
    if (nameOne >= 0 && nameTwo >= 0) {
      set(x, Feature.NAME_LESS, Math.min(nameOne, nameTwo) - 0.5);
      set(x, Feature.NAME_EQUAL, Math.max(nameOne, nameTwo) > 0.9);
    }
    set(
        x,
        Feature.NAME_CONFLICT,
        Math.min(forth.greatestLeft(Term.Kind.NAME), back.greatestLeft(Term.Kind.NAME)) / 6);
    set(x, Feature.COUNTRY_CONFLICT, leftCountry(forth) && leftCountry(back));
    set(x, Feature.RIVALS, rivals(forth, back));
    if (a.meaning != null && b.meaning != null) {
      set(x, Feature.MEANING, a.meaning.cosine(b.meaning));
    }
    set(x, Feature.REST_MEANING, restMeaning(forth, back));
  }

  private static double exact(Proposition a, Proposition b) {
    double shared = 0;
    for (Term term : a.terms) {
      for (Term other : b.terms) {
        if (term.stem().equals(other.stem())) {
          shared += term.weight();
          break;
        }
      }
    }
    double all = a.weight + b.weight - shared;
    return all <= 0 ? 0 : shared / all;
  }

  private static boolean leftCountry(Alignment alignment) {
    for (int i = 0; i < alignment.likeness.length; i++) {
      if (alignment.terms.get(i).country() >= 0 && alignment.likeness[i] < 0.5) {
        return true;
      }
    }
    return false;
  }

  private double rivals(Alignment forth, Alignment back) {
    double greatest = 0;
    for (int i = 0; i < forth.likeness.length; i++) {
      Term term = forth.terms.get(i);
      if (forth.likeness[i] > 0.65 || term.kind() == Term.Kind.VERB) {
        continue;
      }
      for (int j = 0; j < back.likeness.length; j++) {
        Term other = back.terms.get(j);
        if (back.likeness[j] <= 0.65
            && other.kind() != Term.Kind.VERB
            && likeness.rivals(term, other)) {
          greatest = Math.max(greatest, Math.min(term.weight(), other.weight()) / 5);
        }
      }
    }
    return greatest;
  }

  /** Likeness in meaning of what has no partner on either side; 1 when a side has nothing left. */
  private static double restMeaning(Alignment forth, Alignment back) {
    double[] one = rest(forth);
    double[] two = rest(back);
    double dot = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * two[i];
      a += one[i] * one[i];
      b += two[i] * two[i];
    }
    return a == 0 || b == 0 ? 0 : dot / Math.sqrt(a * b);
  }

  private static double[] rest(Alignment alignment) {
    double[] sum = new double[64];
    for (int i = 0; i < alignment.likeness.length; i++) {
      Term term = alignment.terms.get(i);
      WordTable.Entry entry = term.entry();
      if (entry != null && alignment.likeness[i] < 0.65 && !term.isName()) {
        for (int d = 0; d < sum.length; d++) {
          sum[d] += (1 - alignment.likeness[i]) * term.weight() * entry.vector().at(d);
        }
      }
    }
    return sum;
  }

  private void events(double[] x, Proposition a, Proposition b, long days) {
    BitSet one = (BitSet) a.concepts.clone();
    BitSet two = (BitSet) b.concepts.clone();
    one.andNot(things);
    two.andNot(things);
    boolean shared = one.intersects(two);
    BitSet onlyOne = (BitSet) one.clone();
    onlyOne.andNot(two);
    BitSet onlyTwo = (BitSet) two.clone();
    onlyTwo.andNot(one);
    boolean opposed = concepts.opposed(onlyOne, onlyTwo);
    boolean follows = concepts.followedBy(onlyOne, onlyTwo);
    boolean precedes = concepts.followedBy(onlyTwo, onlyOne);
    set(x, Feature.EVENT_SHARED, shared);
    set(x, Feature.EVENT_OPPOSED, opposed);
    set(x, Feature.EVENT_FOLLOWS, follows && days > 0);
    set(x, Feature.EVENT_PRECEDES, precedes);
    set(
        x,
        Feature.EVENT_UNRELATED,
        !shared && !opposed && !follows && !precedes && !one.isEmpty() && !two.isEmpty());
    boolean differ = a.turned != b.turned;
    set(x, Feature.TURNED_DIFFER, differ);
    set(x, Feature.DENIED_EITHER, a.assertion.denied() != b.assertion.denied());
    boolean reversed = differ ^ (opposed && !shared);
    set(x, Feature.REVERSED, reversed);
    set(x, Feature.REVERSED_SOON, reversed && days <= 2);
    set(x, Feature.REVERSED_LATER, reversed && days > 2);
  }

  private void numbers(double[] x, Proposition a, Proposition b, long days) {
    List<Quantity> first = a.quantities;
    List<Quantity> second = b.quantities;
    if (first.isEmpty() || second.isEmpty()) {
      set(x, Feature.NUMBER_NONE, first.isEmpty() && second.isEmpty());
      set(x, Feature.NUMBER_ONE_SIDED, first.isEmpty() != second.isEmpty());
      return;
    }
    int equal = 0;
    double otherThing = 0;
    double ratio = 0;
    boolean conflict = false;
    for (Quantity quantity : first) {
      boolean met = false;
      Quantity against = null;
      for (Quantity other : second) {
        if (!quantity.sameDimension(other)) {
          continue;
        }
        boolean alike = quantity.isMeasure() || alike(a, b, quantity, other);
        if (quantity.compatible(other)) {
          if (alike) {
            met = true;
          } else {
            otherThing = 1;
          }
        } else if (alike) {
          against = other;
        }
      }
      if (met) {
        equal++;
      } else if (against != null && !metElsewhere(a, b, against, first)) {
        conflict = true;
        ratio = Math.log((against.size() + 1e-6) / (quantity.size() + 1e-6));
      }
    }
    set(x, Feature.NUMBER_EQUAL, equal > 0);
    set(x, Feature.NUMBER_OTHER_THING, equal == 0 ? otherThing : 0);
    set(x, Feature.NUMBER_CONFLICT, conflict);
    set(x, Feature.NUMBER_CONFLICT_SOON, conflict && days <= 0);
    set(x, Feature.NUMBER_CONFLICT_OWN, conflict ? x[Feature.CLAIMANT_SAME.index()] : 0);
    set(x, Feature.NUMBER_UP_LATER, conflict && ratio > 0 && days > 0);
    set(x, Feature.NUMBER_DOWN_LATER, conflict && ratio < 0 && days > 0);
    set(x, Feature.NUMBER_RATIO, conflict ? Math.min(1, Math.abs(ratio) / 4) : 0);
  }

  private boolean metElsewhere(
      Proposition a, Proposition b, Quantity against, List<Quantity> first) {
    return first.stream()
        .anyMatch(
            other ->
                other.sameDimension(against)
                    && other.compatible(against)
                    && (other.isMeasure() || alike(a, b, other, against)));
  }

  /** The numbers of one sort that cannot both be true. */
  List<Difference> numberDifferences(Proposition a, Proposition b) {
    List<Difference> differences = new ArrayList<>();
    for (Quantity quantity : a.quantities) {
      Quantity against = null;
      boolean met = false;
      for (Quantity other : b.quantities) {
        if (quantity.sameDimension(other)
            && (quantity.isMeasure() || alike(a, b, quantity, other))) {
          met |= quantity.compatible(other);
          against = quantity.compatible(other) ? against : other;
        }
      }
      if (!met && against != null && !metElsewhere(a, b, against, a.quantities)) {
        differences.add(
            new Difference(Difference.Kind.NUMBER, quantity.surface(), against.surface()));
      }
    }
    return differences;
  }

  /** Whether two numbers count the same sort of thing. */
  private boolean alike(Proposition a, Proposition b, Quantity first, Quantity second) {
    if (first.thing() == null || second.thing() == null || first.sameThing(second)) {
      return true;
    }
    Term one = term(a, first.thing());
    Term two = term(b, second.thing());
    return one == null || two == null || likeness.of(one, two) >= 0.45;
  }

  private static @Nullable Term term(Proposition proposition, String stem) {
    for (Term term : proposition.terms) {
      if (term.stem().equals(stem)) {
        return term;
      }
    }
    return null;
  }

  private static void times(double[] x, Proposition a, Proposition b, long days) {
    if (!a.weekdays.isEmpty() && !b.weekdays.isEmpty()) {
      boolean equal = !Collections.disjoint(a.weekdays, b.weekdays) && Math.abs(days) < 6;
      set(x, Feature.WEEKDAY_EQUAL, equal);
      set(x, Feature.WEEKDAY_CONFLICT, !equal);
    }
    boolean dated = false;
    boolean met = false;
    for (Quantity one : a.quantities) {
      for (Quantity two : b.quantities) {
        if (one.sameDimension(two)
            && (one.dimension().equals("DAY_OF_MONTH") || one.dimension().equals("YEAR"))) {
          dated = true;
          met |= one.compatible(two);
        }
      }
    }
    set(x, Feature.DAY_CONFLICT, dated && !met);
  }

  private static void cues(double[] x, Proposition a, Proposition b, long days) {
    boolean one = a.has(Cue.FUTURE);
    boolean two = b.has(Cue.FUTURE);
    set(x, Feature.FUTURE_THEN_DONE, one && !two && days > 0);
    set(x, Feature.FUTURE_BOTH, one && two);
    set(x, Feature.DONE_THEN_FUTURE, !one && two);
    set(x, Feature.MODAL_DIFFER, a.has(Cue.MODAL) != b.has(Cue.MODAL));
    set(x, Feature.PROGRESS_LATER, b.has(Cue.PROGRESS) && days > 0);
    set(x, Feature.PROGRESS_DIFFER_LATER, b.has(Cue.PROGRESS) && !a.has(Cue.PROGRESS) && days > 0);
    set(x, Feature.REVERSAL_DIFFER, a.has(Cue.REVERSAL) != b.has(Cue.REVERSAL));
    set(x, Feature.PERSIST_DIFFER, a.has(Cue.PERSIST) != b.has(Cue.PERSIST));
  }
}

package dev.dateline.enrich.places;

import dev.dateline.enrich.places.ContextWords.Role;
import dev.dateline.enrich.places.Toponym.Candidate;
import java.util.List;

/**
 * Finds which toponyms of a text belong together: "Long Beach, California", "Iraq's Anbar", "Lviv
 * in Ukraine" hold one another; "Oregon, Nevada and Utah" are a list. Immutable and thread-safe.
 */
final class ToponymLinks {

  private static final int SMALL = 100_000;

  private final Gazetteer gazetteer;
  private final ContextWords context;

  ToponymLinks(Gazetteer gazetteer, ContextWords context) {
    this.gazetteer = gazetteer;
    this.context = context;
  }

  /** Links the toponyms of a text, which are in text order. */
  void link(List<Toponym> toponyms, WordScan words) {
    for (int i = 0; i + 1 < toponyms.size(); i++) {
      Toponym one = toponyms.get(i);
      Toponym two = toponyms.get(i + 1);
      int between = two.firstWord - one.endWord;
      if (between > 2) {
        continue;
      }
      if (between == 0) {
        linkAdjacent(toponyms, i, words);
      } else if (isSeparated(one, two, words, Role.CONJUNCTION)) {
        one.nextInList = two;
      } else if (isSeparated(one, two, words, Role.INSIDE) && canHold(two, one)) {
        hold(two, one);
      }
    }
  }

  private void linkAdjacent(List<Toponym> toponyms, int index, WordScan words) {
    Toponym one = toponyms.get(index);
    Toponym two = toponyms.get(index + 1);
    byte gap = words.gapBefore(two.firstWord);
    if (gap == WordScan.GAP_POSSESSIVE && canHold(one, two)) {
      hold(one, two);
    } else if (gap == WordScan.GAP_COMMA || gap == WordScan.GAP_OTHER) {
      boolean bracket = gap == WordScan.GAP_OTHER;
      if (canHold(two, one) && (bracket || !isList(toponyms, index, words))) {
        hold(two, one);
      } else if (!bracket) {
        one.nextInList = two;
        if (isSmall(one) && isOnlyWide(two) && !areOfOneKind(one, two)) {
          one.because("no place of that name in the region named after it", -2.5);
        }
      }
    }
  }

  private static void hold(Toponym outer, Toponym inner) {
    inner.container = outer;
    outer.contained = inner;
    inner.because("beside a place that holds it", 4);
    outer.because("beside a place that it holds", 3);
  }

  /**
   * Tells whether "X, Y" is the opening of a list although Y could hold a town called X: both can
   * be regions, or both countries, and a third follows ("Washington, Oregon and Idaho"), or the
   * list has begun before.
   */
  private boolean isList(List<Toponym> toponyms, int index, WordScan words) {
    Toponym one = toponyms.get(index);
    Toponym two = toponyms.get(index + 1);
    if (!areOfOneKind(one, two)) {
      return false;
    }
    if (index > 0 && toponyms.get(index - 1).nextInList == one) {
      return areOfOneKind(toponyms.get(index - 1), one);
    }
    if (index + 2 >= toponyms.size()) {
      return false;
    }
    Toponym three = toponyms.get(index + 2);
    boolean follows =
        (three.firstWord == two.endWord && words.gapBefore(three.firstWord) == WordScan.GAP_COMMA)
            || isSeparated(two, three, words, Role.CONJUNCTION);
    return follows && areOfOneKind(two, three);
  }

  private boolean isSmall(Toponym toponym) {
    for (Candidate candidate : toponym.candidates) {
      if (!gazetteer.kind(candidate.place).isSettlement()
          || gazetteer.population(candidate.place) > SMALL) {
        return false;
      }
    }
    return true;
  }

  private boolean isOnlyWide(Toponym toponym) {
    Candidate first = toponym.candidates.get(0);
    PlaceKind kind = gazetteer.kind(first.place);
    return kind == PlaceKind.COUNTRY || kind == PlaceKind.ADMIN1;
  }

  private boolean areOfOneKind(Toponym one, Toponym two) {
    return (canBe(one, PlaceKind.ADMIN1) && canBe(two, PlaceKind.ADMIN1))
        || (canBe(one, PlaceKind.COUNTRY) && canBe(two, PlaceKind.COUNTRY));
  }

  private boolean canBe(Toponym toponym, PlaceKind kind) {
    for (Candidate candidate : toponym.candidates) {
      if (gazetteer.kind(candidate.place) == kind
          && candidate.nameKind.compareTo(NameKind.ABBREVIATION) <= 0
          && candidate.nameKind != NameKind.FOREIGN) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether only a word of that role, with a comma at most, stands between the two. */
  private boolean isSeparated(Toponym one, Toponym two, WordScan words, Role role) {
    int word = one.endWord;
    if (two.firstWord != word + 1 || !context.is(words.key(word), role)) {
      return false;
    }
    byte before = words.gapBefore(word);
    return words.gapBefore(two.firstWord) == WordScan.GAP_SPACE
        && (before == WordScan.GAP_SPACE || before == WordScan.GAP_COMMA);
  }

  private boolean canHold(Toponym outer, Toponym inner) {
    for (Candidate candidate : inner.candidates) {
      for (Candidate holder : outer.candidates) {
        if (gazetteer.holds(holder.place, candidate.place)) {
          return true;
        }
      }
    }
    return false;
  }
}

package dev.dateline.ledger.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The pairs written for the matcher to learn from, by the table {@code training-pairs.txt}. */
final class TrainingPairs {
  private static final int MOST_OF_A_PLACE = 12;
  private static final int STEP = 7;

  /** Behind the label of a pair whose claims are about different matters. */
  private static final String OTHER_MATTER = "!";

  private TrainingPairs() {}

  /** The pairs of the table, but for those of other matters. */
  static List<LabelledPair> written() {
    return pairs(label -> !label.endsWith(OTHER_MATTER));
  }

  /** Those pairs of the table whose claims are about different matters of one place. */
  static List<LabelledPair> ofOtherMatters() {
    return pairs(label -> label.endsWith(OTHER_MATTER));
  }

  private static List<LabelledPair> pairs(Predicate<String> wanted) {
    List<LabelledPair> pairs = new ArrayList<>();
    for (String line : Tables.lines("training-pairs.txt")) {
      List<String> columns = Tables.columns(line);
      if (!wanted.test(columns.get(0))) {
        continue;
      }
      LocalDate date = LocalDate.parse(columns.get(2));
      String[] later = columns.get(5).split("@", -1);
      pairs.add(
          new LabelledPair(
              "own-" + (pairs.size() + 1),
              assertion(columns.get(3), columns.get(4), columns.get(1), date),
              assertion(
                  columns.get(6),
                  columns.get(7),
                  later.length > 1 ? later[1] : columns.get(1),
                  date.plusDays(Integer.parseInt(later[0].substring(1)))),
              relation(columns.get(0).replace(OTHER_MATTER, ""))));
    }
    return pairs;
  }

  /**
   * Pairs of claims that do not belong together: of different lines about one place, and of
   * different lines as if they were about one place. A subject's store is full of such.
   */
  static List<LabelledPair> strangers() {
    List<LabelledPair> written = written();
    Map<String, List<LabelledPair>> byPlace = new LinkedHashMap<>();
    for (LabelledPair pair : written) {
      byPlace.computeIfAbsent(pair.earlier().places().get(0), place -> new ArrayList<>()).add(pair);
    }
    List<LabelledPair> strangers = new ArrayList<>();
    for (List<LabelledPair> ofOnePlace : byPlace.values()) {
      int made = 0;
      for (int i = 0; i < ofOnePlace.size() && made < MOST_OF_A_PLACE; i++) {
        for (int j = i + 1; j < ofOnePlace.size() && made < MOST_OF_A_PLACE; j++) {
          Assertion here = ofOnePlace.get(i).earlier();
          Assertion there = ofOnePlace.get(j).later();
          strangers.add(stranger(here, there));
          strangers.add(
              (i + j) % 2 == 0 ? stranger(turned(here), there) : stranger(here, turned(there)));
          made++;
        }
      }
    }
    for (int i = 0; i < written.size(); i++) {
      Assertion here = written.get(i).earlier();
      Assertion there = written.get((i * STEP + STEP) % written.size()).later();
      Assertion moved =
          new Assertion(
              there.claimant(),
              there.claimantId(),
              there.denied(),
              there.content(),
              here.places(),
              Objects.requireNonNull(here.date()).plusDays(i % 4),
              there.entityIds());
      strangers.add(stranger(here, moved));
      strangers.add(i % 2 == 0 ? stranger(turned(here), moved) : stranger(here, turned(moved)));
    }
    return strangers;
  }

  private static Assertion turned(Assertion claim) {
    return new Assertion(
        claim.claimant(),
        claim.claimantId(),
        !claim.denied(),
        claim.content(),
        claim.places(),
        claim.date(),
        claim.entityIds());
  }

  private static LabelledPair stranger(Assertion one, Assertion other) {
    boolean inOrder =
        one.date() == null || other.date() == null || !one.date().isAfter(other.date());
    return new LabelledPair(
        "stranger", inOrder ? one : other, inOrder ? other : one, Relation.DIFFERENT);
  }

  private static Relation relation(String letter) {
    return Arrays.stream(Relation.values())
        .filter(relation -> relation.name().startsWith(letter))
        .findFirst()
        .orElseThrow();
  }

  private static Assertion assertion(
      String claimant, String content, String place, LocalDate date) {
    boolean denied = content.startsWith("-");
    return new Assertion(
        claimant,
        null,
        denied,
        denied ? content.substring(1) : content,
        Tables.entries(place),
        date,
        List.of());
  }
}

package dev.dateline.ledger.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimMatcherTest {

  private static final ClaimMatcher MATCHER = ClaimMatcher.load();
  private static final LocalDate DAY = LocalDate.parse("2022-10-01");

  /** Label, days between, earlier and later content; a leading - marks a denial. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SAME|0|its soldiers had captured the town of Lyman|Lyman has been taken by our troops",
        "SAME|0|a drone set a fuel depot ablaze in Lyman"
            + "|the oil depot at Lyman was set on fire by a drone",
        "CONTRADICTS|0|its soldiers had captured the town of Lyman|-that Lyman had been captured",
        "CONTRADICTS|0|more than 300 soldiers were killed in the battle for Lyman"
            + "|the brigade lost twelve soldiers in the battle for Lyman",
        "CONTRADICTS|0|its forces had taken full control of Lyman"
            + "|-that a single soldier had set foot in Lyman",
        "UPDATES|2|four people were killed by shelling in Lyman"
            + "|the number of people killed by shelling in Lyman has risen to nine",
        "UPDATES|20|the bridge at Lyman was closed|the bridge at Lyman has been reopened"
      })
  void aClaimIsHeldAgainstAnEarlierOneByWhatItSays(
      Relation expected, int days, String earlier, String later) {
    Odds odds = MATCHER.odds(claim("a spokesman", earlier, 0), claim("an officer", later, days));

    assertThat(odds.relation()).isEqualTo(expected);
  }

  /** Days between, earlier and later content. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|its soldiers had captured the town of Lyman"
            + "|over 200 soldiers were killed in the fighting for Lyman",
        "1|four people were killed by shelling in Lyman"
            + "|that a counter-attack had pushed the enemy 800 metres back from the mill",
        "0|it had captured the railway station in Lyman" + "|it had sent reinforcements to Lyman",
        "0|two schools in Lyman had been closed"
            + "|two hospitals in Lyman had run out of medicines"
      })
  void claimsOfOtherMattersOfAPlaceAreNotTakenForOne(int days, String earlier, String later) {
    Odds odds = MATCHER.odds(claim("a spokesman", earlier, 0), claim("an officer", later, days));

    assertThat(odds.relation() == Relation.DIFFERENT ? 0 : odds.related()).isLessThan(0.65);
  }

  @Test
  void numbersThatCannotBothBeTrueAreNamedAsTheDifference() {
    assertThat(
            differences(
                "four people were killed by shelling in Lyman",
                "nine people were killed by shelling in Lyman"))
        .contains(Difference.Kind.NUMBER);
  }

  /** One and the other spelling, and whether they are one number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13 000|13,000|true",
        "1 250 000|1.25 million|true",
        "2\u00A0500|2,500|true",
        "2\u202F500|3,500|false",
        "13 000|4,000|false"
      })
  void thousandsMayBePartedBySpaces(String one, String other, boolean same) {
    String content = "%s people were killed by shelling in Lyman";
    List<Difference.Kind> differences =
        differences(content.formatted(one), content.formatted(other));

    assertThat(differences.contains(Difference.Kind.NUMBER)).isEqualTo(!same);
  }

  @Test
  void aDayBeforeANumberIsNoPartOfIt() {
    assertThat(
            differences("on May 5 120 000 people had fled Lyman", "120,000 people had fled Lyman"))
        .doesNotContain(Difference.Kind.NUMBER);
  }

  private static List<Difference.Kind> differences(String one, String other) {
    return MATCHER
        .compare(claim("an officer", one, 0), claim("an officer", other, 0))
        .differences()
        .stream()
        .map(Difference::kind)
        .toList();
  }

  @Test
  void aSpellingOfTheClaimantMakesNoOtherClaimant() {
    double[] features =
        MATCHER.features(
            claim("Ostap Verbytskyi", "the mill burned", 0),
            claim("Ostap Verbitsky", "the mill burned", 0));

    assertThat(features[Feature.CLAIMANT_SAME.index()]).isEqualTo(1);
  }

  private static Proposition claim(String claimant, String content, int days) {
    boolean denied = content.startsWith("-");
    return MATCHER.prepare(
        new Assertion(
            claimant,
            null,
            denied,
            denied ? content.substring(1) : content,
            List.of("Lyman", "UA"),
            DAY.plusDays(days),
            List.of()));
  }
}

package dev.dateline.enrich.names.variants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingRuleTest {

  @Test
  void lettersAreReplacedWhereverTheyStand() {
    assertThat(new FoldingRule("any", "sch", "sh").apply("schroschi")).isEqualTo("shroshi");
    assertThat(new FoldingRule("any", "sch", "sh").apply("putin")).isEqualTo("putin");
  }

  @Test
  void endsOfTheWordHoldARuleInPlace() {
    assertThat(new FoldingRule("any", "^ye", "e").apply("yeltsin yeye")).isEqualTo("eltsin yeye");
    assertThat(new FoldingRule("any", "off$", "ov").apply("offoff")).isEqualTo("offov");
  }

  @Test
  void classesOfLettersAreCopied() {
    assertThat(new FoldingRule("any", "VgV", "VhV").apply("lugansk gigant"))
        .isEqualTo("luhansk gihant");
    assertThat(new FoldingRule("any", "CeeC", "CiC").apply("saleem lee")).isEqualTo("salim lee");
  }

  @Test
  void everyExampleOfTheTableFoldsAsItSays() {
    SpellingFolder folder = new SpellingFolder();

    assertThat(Table.resource("folding.tsv"))
        .filteredOn(row -> row.size() > 3 && row.get(3).contains(" = "))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              String[] sides = row.get(3).split(" = ", -1);
              assertThat(folder.fold(sides[0])).as(row.toString()).isEqualTo(folder.fold(sides[1]));
            });
  }
}

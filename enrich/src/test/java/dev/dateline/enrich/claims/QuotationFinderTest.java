package dev.dateline.enrich.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.text.Budget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotation marks of every style, and apostrophes that are none. */
class QuotationFinderTest {

  @Test
  void findsEveryStyleOfMarks() {
    assertThat(inner("“one” «two» „three“ \"four\" 'five' ‘six’ ``seven'' ”eight”"))
        .containsExactly("one", "two", "three", "four", "five", "six", "seven", "eight");
  }

  @Test
  void anApostropheOpensAndClosesNothing() {
    assertThat(inner("It's the workers' demand, ’tis so, in the '90s.")).isEmpty();
    assertThat(inner("'We can't, and won't,' he said.")).containsExactly("We can't, and won't,");
  }

  @Test
  void aQuotationInsideAnotherIsPartOfIt() {
    assertThat(inner("“He said ‘no’ twice”, and “left”."))
        .containsExactly("He said ‘no’ twice", "left");
    assertThat(inner("“outer “inner” outer”")).containsExactly("outer “inner” outer");
  }

  @Test
  void aMarkReopenedInTheNextParagraphContinuesTheQuotation() {
    List<Quotation> found =
        QuotationFinder.find("“First.\n“Second,” she said.", Budget.unlimited());

    assertThat(found).extracting(Quotation::closed).containsExactly(false, true);
    assertThat(found).extracting(Quotation::continues).containsExactly(false, true);
  }

  private static List<String> inner(String text) {
    return QuotationFinder.find(text, Budget.unlimited()).stream()
        .map(quotation -> quotation.inner().of(text))
        .toList();
  }
}

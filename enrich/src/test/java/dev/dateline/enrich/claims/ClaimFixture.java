package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.CrfNameAnnotator;
import dev.dateline.enrich.names.NameAnnotator;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.TextAnalyzer;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.times.RuleTimeAnnotator;
import dev.dateline.enrich.times.TimeAnnotator;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the claim annotator on plain text, with the module's own names and times and no places. */
final class ClaimFixture {

  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();
  private static final NameAnnotator NAMES = CrfNameAnnotator.bundled();
  private static final TimeAnnotator TIMES = RuleTimeAnnotator.load();
  private static final ClaimAnnotator CLAIMS = new RuleClaimAnnotator();

  private ClaimFixture() {}

  static List<FoundClaim> claims(String text) {
    return claims(text, null, LocalDate.of(2024, 5, 16));
  }

  static List<FoundClaim> claims(
      String text, @Nullable String source, @Nullable LocalDate published) {
    TextDocument document = ANALYZER.analyze(text, null, published, source, Budget.unlimited());
    Names names = NAMES.annotate(document);
    return CLAIMS.annotate(document, names, new Places(List.of(), null), TIMES.annotate(document));
  }

  static TextDocument document(String text, Budget budget) {
    return ANALYZER.analyze(text, null, null, null, budget);
  }

  static ClaimAnnotator annotator() {
    return CLAIMS;
  }
}

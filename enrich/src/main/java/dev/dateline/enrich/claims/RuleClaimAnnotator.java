package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.times.Times;
import dev.dateline.schemas.avro.ClaimKind;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds attributed claims by rules: a lexicon of cues, and one small matcher for each construction.
 *
 * <p>Immutable and thread-safe. Throws {@link dev.dateline.enrich.text.OverBudgetException} when
 * the document's budget is used up.
 */
public final class RuleClaimAnnotator implements ClaimAnnotator {

  private final CueLexicon lexicon = CueLexicon.load();
  private final VerbCues verbCues = new VerbCues(lexicon);

  /** Reads the lexicon. */
  public RuleClaimAnnotator() {}

  @Override
  public List<FoundClaim> annotate(TextDocument document, Names names, Places places, Times times) {
    List<Quotation> quotations = QuotationFinder.find(document.text(), document.budget());
    List<Passage> passages = PassageBuilder.build(document, quotations, names, times, lexicon);
    List<Draft> drafts = new ArrayList<>();
    for (Passage passage : passages) {
      document.budget().check();
      verbCues.find(passage, drafts);
    }
    List<FoundClaim> claims = new ArrayList<>();
    for (Draft draft : drafts) {
      claims.add(finish(draft, names, quotations));
    }
    claims.sort(Comparator.comparingInt(claim -> claim.content().get(0).start()));
    return claims;
  }

  private static FoundClaim finish(Draft draft, Names names, List<Quotation> quotations) {
    Cue cue = draft.cue();
    TextSpan cueSpan = draft.cueSpan();
    return new FoundClaim(
        speaker(draft, names),
        List.of(),
        cue == null || cueSpan == null
            ? null
            : new FoundClaim.CueMention(cueSpan, cue.lemma(), cue.cueClass()),
        draft.content(),
        kind(draft.content(), quotations),
        cue == null ? Polarity.AFFIRMED : cue.polarity(),
        false,
        cue == null ? Hedge.CERTAIN : cue.hedge(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        draft.passage().span());
  }

  private static FoundClaim.@Nullable Speaker speaker(Draft draft, Names names) {
    Phrase phrase = draft.claimant();
    if (phrase == null) {
      return null;
    }
    TextSpan span = draft.claimantPassage().span(phrase.coreFrom(), phrase.coreTo());
    NamedEntity entity = names.resolve(span).orElse(null);
    return new FoundClaim.Speaker(
        span,
        entity,
        entity == null ? null : entity.role(),
        entity == null ? null : entity.affiliation(),
        false);
  }

  private static ClaimKind kind(List<TextSpan> content, List<Quotation> quotations) {
    boolean quoted = false;
    boolean plain = false;
    for (TextSpan span : content) {
      boolean inside = false;
      for (Quotation quotation : quotations) {
        inside |= quotation.outer().contains(span);
        quoted |= quotation.outer().overlaps(span);
      }
      plain |= !inside;
    }
    return quoted ? plain ? ClaimKind.MIXED : ClaimKind.DIRECT : ClaimKind.INDIRECT;
  }
}

package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.times.Times;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds attributed claims by rules: a lexicon of cues, and one small matcher for each construction.
 *
 * <p>Immutable and thread-safe. Throws {@link dev.dateline.enrich.text.OverBudgetException} when
 * the document's budget is used up.
 */
public final class RuleClaimAnnotator implements ClaimAnnotator {

  private final CueLexicon lexicon = CueLexicon.load();
  private final QuantityFinder quantityFinder = new QuantityFinder();
  private final CueSites cueSites = new CueSites(lexicon);
  private final NounCues nounCues = new NounCues();
  private final AccordingTo accordingTo = new AccordingTo();

  /** Reads the lexicon. */
  public RuleClaimAnnotator() {}

  @Override
  public List<FoundClaim> annotate(TextDocument document, Names names, Places places, Times times) {
    List<Quotation> quotations = QuotationFinder.find(document.text(), document.budget());
    List<Passage> passages = PassageBuilder.build(document, quotations, names, times, lexicon);
    List<Draft> drafts = new ArrayList<>();
    Passage before = null;
    int earlier = 0;
    for (Passage passage : passages) {
      document.budget().check();
      List<CueSite> sites = cueSites.find(passage);
      int found = drafts.size();
      VerbCues.find(passage, sites, drafts);
      accordingTo.find(passage, sites, drafts);
      nounCues.find(passage, sites, drafts);
      HeadlineCue.find(passage, sites, found, drafts);
      StatementCue.find(passage, drafts);
      ColonQuotation.find(passage, sites, found, drafts);
      List<Draft> told = List.copyOf(drafts.subList(earlier, found));
      Rejoinder.find(passage, sites, found, drafts);
      PointingBack.findObjects(before, passage, told, sites, found, drafts);
      if (drafts.size() == found) {
        PointingBack.find(before, passage, told, sites, drafts);
      }
      earlier = found;
      before = passage;
    }
    return new ClaimFinisher(document, names, places, times, quotations, quantityFinder)
        .finish(new LooseQuotations(passages, drafts).attribute());
  }
}

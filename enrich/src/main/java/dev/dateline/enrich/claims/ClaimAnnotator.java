package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.times.Times;
import java.util.List;

/** Finds the attributed claims of an article. Implementations are thread-safe. */
public interface ClaimAnnotator {

  /** Returns the claims in text order. */
  List<FoundClaim> annotate(TextDocument document, Names names, Places places, Times times);
}

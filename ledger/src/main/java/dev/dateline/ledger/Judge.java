package dev.dateline.ledger;

import dev.dateline.ledger.match.ClaimMatcher;
import dev.dateline.schemas.avro.PropositionState;
import java.util.List;

/**
 * What all subjects are judged by: the matcher and the ledger's rules.
 *
 * <p>Thread-safe; loading the matcher takes about a second and is done once.
 */
public final class Judge {

  final ClaimReader reader;
  final Linker linker;
  final Standings standings;
  final PlaceStandings places;
  final Arrivals arrivals;
  final LedgerSettings settings;

  /** Makes a judge with that matcher and those bounds. */
  public Judge(ClaimMatcher matcher, LedgerSettings settings) {
    this.settings = settings;
    Parties parties = new Parties();
    reader = new ClaimReader(matcher, parties);
    linker = new Linker(matcher);
    standings = new Standings(parties);
    places = new PlaceStandings(standings);
    arrivals = new Arrivals(standings, new ClaimDifferences(matcher));
  }

  /** Returns the memory of a subject with what was kept of it. */
  public SubjectMemory remember(String key, List<PropositionState> kept) {
    return new SubjectMemory(key, this, kept);
  }
}

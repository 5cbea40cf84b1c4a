package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributions marked by a noun: "X's claim that …", "a warning from X that …", "reports that …".
 * The nouns stand in {@code nouns.tsv}. Immutable.
 */
final class NounCues {

  private static final Set<String> FROM = Set.of("by", "from", "of", "in");

  /** What someone does with a claim to make it. */
  private static final Set<String> MAKES =
      Set.of(
          "made",
          "makes",
          "make",
          "issued",
          "issues",
          "repeated",
          "repeats",
          "reiterated",
          "gave",
          "gives",
          "voiced",
          "expressed",
          "delivered",
          "raised",
          "offered",
          "renewed");

  /** "reports that I have read": a relative clause. */
  private static final Set<String> SPEAKERS = Set.of("i", "we", "you");

  private final Map<String, Noun> nouns = new HashMap<>();

  /**
   * One noun of the table.
   *
   * @param cue as what it reports
   * @param nobody whether it reports even with no claimant in sight
   */
  private record Noun(Cue cue, boolean nobody) {}

  NounCues() {
    for (Tables.Row row : Tables.read("nouns.tsv", 5)) {
      Cue cue =
          new Cue(
              row.words(0).get(0),
              CueClass.valueOf(row.cell(1)),
              Polarity.valueOf(row.cell(2)),
              Hedge.valueOf(row.cell(3)),
              Set.of(CuePattern.THAT));
      row.words(0).forEach(form -> nouns.put(form, new Noun(cue, row.cell(4).equals("nobody"))));
    }
  }

  /** Adds the attributions of one passage; those already inside another claim are left out. */
  void find(Passage p, List<CueSite> sites, List<Draft> drafts) {
    for (int i = 0; i < p.size(); i++) {
      Noun noun = nouns.get(p.lower(i));
      if (noun == null
          || (p.hasPos(i, "VERB") && !p.isAny(i - 1, Grammar.POSSESSIVE))
          || p.hasPos(i, "AUX")) {
        continue;
      }
      int start = Grammar.nounPhraseStart(p, i, 0);
      Phrase source = null;
      int that = i + 1;
      if (p.isAny(that, FROM)) {
        source = Subjects.after(p, that + 1, p.endWithoutStop());
        that = source == null ? that : source.to();
      }
      that = pastSpreading(p, that);
      if (!p.is(that, "that") || !Constructions.startsClause(p, that + 1, p.endWithoutStop())) {
        continue;
      }
      Phrase claimant = source != null ? source : claimant(p, start, i);
      boolean taken = isClaimed(p.item(i).span(), drafts) || isCue(p.item(i).span(), drafts);
      boolean relative = claimant == null && p.isAny(that + 1, SPEAKERS);
      if ((claimant == null && !noun.nobody()) || taken || relative) {
        continue;
      }
      CueSite denial = takingBack(start, sites);
      if (denial != null && p.isAny(start, Grammar.POSSESSIVE)) {
        drafts.add(
            new Draft(
                p,
                denial.subject(),
                p,
                denial.cue(),
                p.span(denial.group(), i + 1),
                Constructions.content(p, that, end(p, i, that, sites)),
                Hedge.CERTAIN,
                "taking back"));
        continue;
      }
      int end = end(p, i, that, sites);
      List<TextSpan> content = Constructions.content(p, that, end);
      drafts.add(
          new Draft(
              p, claimant, p, noun.cue(), p.item(i).span(), content, noun.cue().hedge(), "noun"));
      if (noun.cue().polarity() == Polarity.AFFIRMED) {
        Rejoinder.findPassive(p, end, content, sites, drafts);
      }
    }
  }

  /**
   * "Rumors are circulating that …": returns the item behind the verb; the index when it is none.
   */
  private static int pastSpreading(Passage p, int from) {
    int verb = from;
    while (verb < p.size() && (p.hasPos(verb, "AUX") || p.hasPos(verb, "ADV"))) {
      verb++;
    }
    return p.isAny(verb, WordLists.SPREADING) ? Framing.skip(p, verb + 1) : from;
  }

  private static boolean isCue(TextSpan span, List<Draft> drafts) {
    return drafts.stream().map(Draft::cueSpan).anyMatch(cue -> cue != null && cue.contains(span));
  }

  /** Who withdraws or disputes a claim denies what it says. */
  private static @Nullable CueSite takingBack(int start, List<CueSite> sites) {
    for (CueSite site : sites) {
      if (site.after() == start
          && site.cue().polarity() == Polarity.DENIED
          && site.subject() != null) {
        return site;
      }
    }
    return null;
  }

  private static @Nullable Phrase claimant(Passage p, int start, int noun) {
    boolean made = p.isAny(start - 1, MAKES);
    if (p.isAny(start, Grammar.POSSESSIVE) && !made) {
      return new Phrase(start, start + 1, start, start + 1);
    }
    for (int i = noun - 1; i > start; i--) {
      if (Grammar.isPossessiveMark(p, i)) {
        return Subjects.before(p, i, start);
      }
    }
    boolean demonym = p.isCapitalised(noun - 1) && p.hasPos(noun - 1, "ADJ");
    if (start < noun && (demonym || p.item(noun - 1).mention() != null)) {
      return new Phrase(start, noun, start, noun);
    }
    if (made) {
      return Subjects.before(p, VerbGroup.start(p, start - 1, 0), 0);
    }
    return null;
  }

  /** A noun that is the subject ends its content where the verb of its own clause starts. */
  private static int end(Passage p, int noun, int that, List<CueSite> sites) {
    int end = Extent.end(p, that, p.endWithoutStop(), sites);
    for (int i = that + 1; i < end; i++) {
      if (p.hasPos(i, "CCONJ") && p.hasPos(i + 1, "AUX")) {
        end = i;
      }
    }
    if (Grammar.hasFinite(p, 0, noun)) {
      return end;
    }
    int last = -1;
    int verbs = 0;
    for (int i = that + 1; i < end; i++) {
      if (Grammar.isFinite(p, i)) {
        verbs++;
        last = VerbGroup.start(p, i, that + 1);
      }
    }
    return verbs > 1 ? last : end;
  }

  private static boolean isClaimed(TextSpan noun, List<Draft> drafts) {
    for (int i = drafts.size() - 1; i >= 0 && i > drafts.size() - 8; i--) {
      for (TextSpan span : drafts.get(i).content()) {
        if (span.contains(noun)) {
          return true;
        }
      }
    }
    return false;
  }
}

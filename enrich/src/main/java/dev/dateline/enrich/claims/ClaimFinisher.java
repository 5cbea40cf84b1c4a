package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.times.TimeMention;
import dev.dateline.enrich.times.Times;
import dev.dateline.schemas.avro.ClaimKind;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns drafts into claims: reads claimants and contents, and links nested attributions. */
final class ClaimFinisher {

  private final TextDocument document;
  private final List<Quotation> quotations;
  private final SpeakerReader speakers;
  private final ContentReader contents;

  ClaimFinisher(
      TextDocument document,
      Names names,
      Places places,
      Times times,
      List<Quotation> quotations,
      QuantityFinder quantityFinder) {
    this.document = document;
    this.quotations = quotations;
    this.speakers = new SpeakerReader(names);
    this.contents = new ContentReader(document, names, places, times, quantityFinder);
  }

  /** Returns the claims in text order. */
  List<FoundClaim> finish(List<Draft> drafts) {
    Nesting nesting = Nesting.of(drafts);
    List<FoundClaim> claims = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      document.budget().check();
      if (!isOutlet(drafts.get(i)) && !nesting.onlyPassesOn(i)) {
        claims.add(claim(drafts.get(i), nesting.around(i)));
      }
    }
    claims.sort(Comparator.comparingInt(claim -> claim.content().get(0).start()));
    return claims;
  }

  /** The outlet speaks in every line of its article; it is never a claimant. */
  private boolean isOutlet(Draft draft) {
    String source = document.source();
    Phrase phrase = draft.claimant();
    if (source == null || phrase == null) {
      return false;
    }
    String name =
        draft.claimantPassage().span(phrase.coreFrom(), phrase.coreTo()).of(document.text());
    return withoutArticle(name).equals(withoutArticle(source));
  }

  private static String withoutArticle(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("the ") ? lower.substring(4) : lower;
  }

  private FoundClaim claim(Draft draft, List<Draft> around) {
    Cue cue = draft.cue();
    TextSpan cueSpan = draft.cueSpan();
    List<TextSpan> content = draft.content();
    List<FoundClaim.Speaker> chain = new ArrayList<>();
    for (Draft reporter : around) {
      Phrase phrase = reporter.claimant();
      if (phrase != null) {
        chain.add(speakers.read(reporter.claimantPassage(), phrase));
      }
    }
    TimeMention time = contents.time(content, framing(draft));
    Phrase phrase = draft.claimant();
    return new FoundClaim(
        phrase == null ? null : speakers.read(draft.claimantPassage(), phrase),
        chain,
        cue == null || cueSpan == null
            ? null
            : new FoundClaim.CueMention(cueSpan, cue.lemma(), cue.cueClass()),
        content,
        kind(content),
        cue == null ? Polarity.AFFIRMED : cue.polarity(),
        contents.isNegated(content),
        hedge(draft, cue),
        contents.places(content),
        contents.entityIds(content),
        contents.quantities(content),
        time == null ? null : time.from(),
        time == null ? null : time.to(),
        draft.passage().span());
  }

  private Hedge hedge(Draft draft, @Nullable Cue cue) {
    if (draft.hedge() != Hedge.CERTAIN) {
      return draft.hedge();
    }
    Hedge said = contents.hedge(draft.content());
    return said != Hedge.CERTAIN || cue == null ? said : cue.hedge();
  }

  /** Returns what stands around the content in its sentence: where and when it was said. */
  private static List<TextSpan> framing(Draft draft) {
    TextSpan whole = draft.passage().span();
    List<TextSpan> framing = new ArrayList<>();
    int from = whole.start();
    for (TextSpan span : draft.content()) {
      if (span.start() > from && span.start() <= whole.end()) {
        framing.add(new TextSpan(from, span.start()));
      }
      from = Math.max(from, span.end());
    }
    if (whole.end() > from) {
      framing.add(new TextSpan(from, whole.end()));
    }
    return framing;
  }

  private ClaimKind kind(List<TextSpan> content) {
    boolean quoted = false;
    boolean plain = false;
    for (TextSpan span : content) {
      boolean inside = false;
      for (int i = firstEndingAfter(span.start());
          i < quotations.size() && quotations.get(i).outer().start() < span.end();
          i++) {
        inside |= quotations.get(i).outer().contains(span);
        quoted = true;
      }
      plain |= !inside;
    }
    return quoted ? plain ? ClaimKind.MIXED : ClaimKind.DIRECT : ClaimKind.INDIRECT;
  }

  private int firstEndingAfter(int index) {
    int low = 0;
    int high = quotations.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quotations.get(middle).outer().end() <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

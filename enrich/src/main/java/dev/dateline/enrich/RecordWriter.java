package dev.dateline.enrich;

import dev.dateline.enrich.EntityIndex.Identity;
import dev.dateline.enrich.claims.FoundClaim;
import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.places.ResolvedPlace;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.text.Token;
import dev.dateline.enrich.times.DateLineMention;
import dev.dateline.enrich.times.TimeMention;
import dev.dateline.enrich.times.Times;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.ContentWord;
import dev.dateline.schemas.avro.Cue;
import dev.dateline.schemas.avro.DateLine;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Mention;
import dev.dateline.schemas.avro.PartOfSpeech;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Quantity;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.TimeExpression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what was found in one article into its record. Not shared between threads. */
final class RecordWriter {

  private static final Map<String, PartOfSpeech> PARTS_OF_SPEECH =
      Arrays.stream(PartOfSpeech.values())
          .collect(Collectors.toUnmodifiableMap(PartOfSpeech::name, tag -> tag));

  private final CodePoints codePoints;
  private final EntityIndex entities;
  private final ClaimIds claimIds;
  private final List<Token> tokens;

  RecordWriter(CodePoints codePoints, EntityIndex entities, ClaimIds claimIds, List<Token> tokens) {
    this.tokens = tokens;
    this.codePoints = codePoints;
    this.entities = entities;
    this.claimIds = claimIds;
  }

  void write(
      EnrichedArticle.Builder article,
      Names names,
      Places places,
      Times times,
      List<FoundClaim> claims) {
    article
        .setMentions(names.mentions().stream().map(this::mention).toList())
        .setEntities(entities.entities())
        .setPlaces(places.places().stream().map(this::place).toList())
        .setFocus(places.focus())
        .setTimes(times.times().stream().map(this::time).toList())
        .setDateLine(dateLine(times.dateLine()))
        .setClaims(claims.stream().map(this::claim).toList());
  }

  private Mention mention(NameMention mention) {
    TextSpan span = mention.span();
    Identity identity = entities.of(mention);
    return new Mention(
        codePoints.at(span.start()),
        codePoints.at(span.end()),
        codePoints.surface(span),
        mention.type(),
        identity == null ? null : identity.id(),
        identity == null ? null : identity.name());
  }

  private Place place(ResolvedPlace resolved) {
    TextSpan span = resolved.span();
    PlaceReference place = resolved.place();
    return new Place(
        codePoints.at(span.start()),
        codePoints.at(span.end()),
        codePoints.surface(span),
        place.getPlaceId(),
        place.getName(),
        place.getCountry(),
        place.getAdmin1(),
        place.getLatitude(),
        place.getLongitude(),
        place.getPrecision(),
        resolved.confidence());
  }

  private TimeExpression time(TimeMention time) {
    TextSpan span = time.span();
    return new TimeExpression(
        codePoints.at(span.start()),
        codePoints.at(span.end()),
        codePoints.surface(span),
        time.from(),
        time.to(),
        time.anchor(),
        time.rule(),
        time.alternativeFrom(),
        time.alternativeTo());
  }

  private @Nullable DateLine dateLine(@Nullable DateLineMention line) {
    if (line == null) {
      return null;
    }
    TextSpan place = line.place();
    return new DateLine(
        codePoints.at(line.span().start()),
        codePoints.at(line.span().end()),
        codePoints.surface(line.span()),
        place == null ? null : codePoints.surface(place),
        line.day(),
        line.agency());
  }

  private Claim claim(FoundClaim found) {
    List<Span> content = found.content().stream().map(codePoints::span).toList();
    Claimant claimant = found.claimant() == null ? null : claimant(found.claimant());
    String words = content.stream().map(Span::getText).collect(Collectors.joining(" "));
    return Claim.newBuilder()
        .setId(claimIds.next(claimantKey(claimant), found.polarity(), words))
        .setClaimant(claimant)
        .setChain(found.chain().stream().map(this::claimant).toList())
        .setCue(found.cue() == null ? null : cue(found.cue()))
        .setContent(content)
        .setKind(found.kind())
        .setPolarity(found.polarity())
        .setNegated(found.negated())
        .setHedge(found.hedge())
        .setPlaces(found.places())
        .setEntityIds(entityIds(found.entityIds()))
        .setQuantities(found.quantities().stream().map(this::quantity).toList())
        .setFrom(found.from())
        .setTo(found.to())
        .setSentence(codePoints.span(found.sentence()))
        .setWords(words(found.content()))
        .build();
  }

  private List<ContentWord> words(List<TextSpan> content) {
    List<ContentWord> words = new ArrayList<>();
    for (TextSpan span : content) {
      for (int i = firstFrom(span.start()); i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (token.start() >= span.end()) {
          break;
        }
        words.add(new ContentWord(codePoints.at(token.start()), partOfSpeech(token.pos())));
      }
    }
    return words;
  }

  /** Index of the first token that starts there or later. */
  private int firstFrom(int start) {
    int from = 0;
    int to = tokens.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (tokens.get(middle).start() < start) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static PartOfSpeech partOfSpeech(String tag) {
    PartOfSpeech known = PARTS_OF_SPEECH.get(tag);
    return known == null ? PartOfSpeech.X : known;
  }

  private static String claimantKey(@Nullable Claimant claimant) {
    if (claimant == null) {
      return "";
    }
    return claimant.getEntityId() == null ? claimant.getText() : claimant.getEntityId();
  }

  private List<String> entityIds(List<String> found) {
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    found.forEach(id -> ids.add(entities.idFor(id)));
    return new ArrayList<>(ids);
  }

  private Claimant claimant(FoundClaim.Speaker speaker) {
    Identity identity = speaker.entity() == null ? null : entities.of(speaker.entity());
    TextSpan span = speaker.span();
    return new Claimant(
        codePoints.at(span.start()),
        codePoints.at(span.end()),
        codePoints.surface(span),
        identity == null ? null : identity.id(),
        identity == null ? null : identity.name(),
        speaker.role(),
        speaker.affiliation(),
        speaker.anonymous());
  }

  private Cue cue(FoundClaim.CueMention cue) {
    TextSpan span = cue.span();
    return new Cue(
        codePoints.at(span.start()),
        codePoints.at(span.end()),
        codePoints.surface(span),
        cue.lemma(),
        cue.cueClass());
  }

  private Quantity quantity(FoundClaim.FoundQuantity quantity) {
    TextSpan span = quantity.span();
    return new Quantity(
        codePoints.at(span.start()),
        codePoints.at(span.end()),
        codePoints.surface(span),
        quantity.low(),
        quantity.high(),
        quantity.unit());
  }
}

package dev.dateline.ledger;

import dev.dateline.ledger.match.Claimants;
import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Mention;
import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a claim is about: the most specific place its content names, else the entity of its
 * content that the article names most, else the place its article is most about, else its claimant,
 * else its article.
 *
 * <p>Claims meet under a {@linkplain #key key} that folds the spellings of a name, so that a place
 * the gazetteer knows and one it does not, or "Gulyaypole" and "Huliaipole", are one subject. A
 * missed meeting would let an old claim pass for new; places of one name that lie apart are told
 * apart when claims are compared. Thread-safe.
 */
public final class Subjects {

  private static final Set<String> PRONOUNS = WordList.of("pronouns.txt");
  private static final String UNRESOLVED = "place:";
  private static final String NAMED = "named:";
  private static final Claimants CLAIMANTS = new Claimants();

  private Subjects() {}

  /** Returns the article's claims, each with its subject, in text order. */
  public static List<SubjectClaim> claimsOf(EnrichedArticle enriched) {
    if (enriched.getClaims().isEmpty()) {
      return List.of();
    }
    var article = ArticleReferences.of(enriched.getArticle());
    List<SubjectClaim> claims = new ArrayList<>();
    ArticleText text = ArticleText.of(enriched.getArticle().getText());
    List<Mention> unresolved = HomePlace.unresolvedPlaces(enriched, text);
    Optional<HomePlace.Toponym> home = HomePlace.of(enriched, unresolved, text);
    for (Claim claim : enriched.getClaims()) {
      HomePlace.Toponym own = toponym(claim, unresolved);
      Subject subject = of(claim, enriched, own, home.orElse(null));
      HomePlace.Toponym place = own == null ? home.orElse(null) : own;
      claims.add(
          SubjectClaim.newBuilder()
              .setSubject(subject)
              .setArticle(article)
              .setClaim(claim)
              .setPlace(place == null ? null : place.place())
              .setCorrection(Corrections.corrects(claim, text))
              .build());
    }
    return List.copyOf(claims);
  }

  /** Returns what a claim of the article is about. */
  public static Subject of(Claim claim, EnrichedArticle enriched) {
    ArticleText text = ArticleText.of(enriched.getArticle().getText());
    List<Mention> unresolved = HomePlace.unresolvedPlaces(enriched, text);
    return of(
        claim,
        enriched,
        toponym(claim, unresolved),
        HomePlace.of(enriched, unresolved, text).orElse(null));
  }

  private static Subject of(
      Claim claim,
      EnrichedArticle enriched,
      HomePlace.@Nullable Toponym own,
      HomePlace.@Nullable Toponym home) {
    if (own != null) {
      return subject(own);
    }
    Subject entity = mainEntity(claim, enriched);
    if (entity != null) {
      return entity;
    }
    return home == null ? withoutName(claim, enriched) : subject(home);
  }

  /** Returns what claims about a subject meet under. */
  public static String key(Subject subject) {
    return switch (subject.getKind()) {
      case PLACE, ENTITY -> NAMED + Claimants.skeleton(subject.getName());
      case CLAIMANT, ARTICLE, UNKNOWN -> subject.getId();
    };
  }

  private static Subject subject(HomePlace.Toponym at) {
    PlaceReference place = at.place();
    return place == null
        ? new Subject(UNRESOLVED + Claimants.skeleton(at.name()), SubjectKind.PLACE, at.name())
        : new Subject(place.getPlaceId(), SubjectKind.PLACE, place.getName());
  }

  /** The most specific toponym of a claim's content; null when it names none. */
  private static HomePlace.@Nullable Toponym toponym(Claim claim, List<Mention> unresolved) {
    PlaceReference first = claim.getPlaces().isEmpty() ? null : claim.getPlaces().get(0);
    if (first == null || !isSpecific(first.getPrecision())) {
      for (Mention mention : unresolved) {
        if (inside(mention, claim)) {
          return new HomePlace.Toponym(HomePlace.nameOf(mention), null);
        }
      }
    }
    return first == null ? null : new HomePlace.Toponym(first.getName(), first);
  }

  static boolean isSpecific(PlacePrecision precision) {
    return switch (precision) {
      case POINT, SETTLEMENT, ADMIN2 -> true;
      case ADMIN1, COUNTRY, REGION, UNKNOWN -> false;
    };
  }

  private static boolean inside(Mention mention, Claim claim) {
    for (Span span : claim.getContent()) {
      if (mention.getStart() >= span.getStart() && mention.getEnd() <= span.getEnd()) {
        return true;
      }
    }
    return false;
  }

  /** The entity of a claim's content that the article names most; null when there is none. */
  private static @Nullable Subject mainEntity(Claim claim, EnrichedArticle enriched) {
    Entity main = null;
    for (String id : claim.getEntityIds()) {
      Entity entity = entity(id, enriched);
      if (entity == null) {
        entity = new Entity(id, id, EntityType.OTHER, List.of(), 0, null, null);
      }
      boolean better = main == null || entity.getMentions() > main.getMentions();
      if (better && !CLAIMANTS.read(entity.getName()).isCountry()) {
        main = entity;
      }
    }
    return main == null ? null : new Subject(main.getId(), SubjectKind.ENTITY, main.getName());
  }

  private static Subject withoutName(Claim claim, EnrichedArticle enriched) {
    Claimant claimant = claim.getClaimant();
    if (claimant != null && saysWhoSpeaks(claimant)) {
      String name = ClaimTexts.nameOf(claimant);
      return new Subject("claimant:" + NormalisedContent.of(name), SubjectKind.CLAIMANT, name);
    }
    String articleId = enriched.getArticle().getId();
    return new Subject("article:" + articleId, SubjectKind.ARTICLE, articleId);
  }

  private static boolean saysWhoSpeaks(Claimant claimant) {
    return claimant.getName() != null
        || !PRONOUNS.contains(NormalisedContent.of(claimant.getText()));
  }

  private static @Nullable Entity entity(String id, EnrichedArticle enriched) {
    return enriched.getEntities().stream()
        .filter(entity -> entity.getId().equals(id))
        .findFirst()
        .orElse(null);
  }
}

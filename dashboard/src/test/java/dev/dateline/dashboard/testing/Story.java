package dev.dateline.dashboard.testing;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.ClaimDifference;
import dev.dateline.schemas.avro.ClaimRelation;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.Contest;
import dev.dateline.schemas.avro.ContestKind;
import dev.dateline.schemas.avro.Cue;
import dev.dateline.schemas.avro.DifferenceKind;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.PlaceSighting;
import dev.dateline.schemas.avro.PlaceStanding;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.PropositionStatus;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.StandingClaim;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectKind;
import dev.dateline.schemas.avro.Trend;
import dev.dateline.schemas.avro.TrendKind;
import dev.dateline.schemas.avro.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Articles with a claim each, as the pipeline would have left them in the topics. */
public final class Story {

  /** Where the story plays. */
  public static final PlaceReference PLACE = place("geonames:1", "Port Ilmar", 47.1, 37.5);

  private static final Instant TIME = Instant.parse("2026-05-04T06:00:00Z");

  private final TestCluster cluster;
  private final String source;
  private final List<JudgedClaim> claims = new ArrayList<>();
  private String headline = "Ferries sail again";
  private @Nullable String url = "https://outlet.example/ferries";

  /**
   * Makes one without claims.
   *
   * @param source the outlet of its articles, by which its claims are told from others'
   */
  public Story(TestCluster cluster, String source) {
    this.cluster = cluster;
    this.source = source;
  }

  /** Gives the articles to come another headline. */
  public Story headline(String text) {
    headline = text;
    return this;
  }

  /** Gives the articles to come another address. */
  public Story url(String address) {
    url = address;
    return this;
  }

  /** Returns the claims so far. */
  public List<JudgedClaim> claims() {
    return claims;
  }

  /** Publishes an article with one claim that nothing is known of. */
  public Story claim(String claimant, String content) {
    return claim(claimant, content, Verdict.NEW);
  }

  /** Publishes an article with one claim; the claim before counts as the nearest to it. */
  public Story claim(String claimant, String content, Verdict verdict) {
    JudgedClaim judged = judged(claimant, content, verdict);
    write(judged);
    return this;
  }

  /** Publishes that many claims, without their articles. */
  public Story claims(int count) {
    List<JudgedClaim> many =
        IntStream.range(0, count)
            .mapToObj(
                number ->
                    judged("Speaker " + number, "ferry " + number + " has sailed", Verdict.NEW))
            .toList();
    cluster.write(Topics.CLAIMS, PLACE.getPlaceId(), many);
    return this;
  }

  /** Publishes where the claims so far stand, as one contested proposition. */
  public Story standing() {
    List<EarlierClaim> listed = claims.stream().map(Story::listed).toList();
    JudgedClaim first = claims.get(0);
    cluster.write(
        Topics.LEDGER,
        first.getPropositionId(),
        List.of(
            LedgerEntry.newBuilder()
                .setPropositionId(first.getPropositionId())
                .setSubject(first.getSubject())
                .setContent(listed.get(0).getContent())
                .setClaims(listed)
                .setClaimCount(listed.size())
                .setFirstSeen(first.getArticle().getEventTime())
                .setLastSeen(listed.get(listed.size() - 1).getEventTime())
                .setStatus(PropositionStatus.DISPUTED)
                .setIndependentClaimants(1)
                .setDenials(1)
                .setSources(1)
                .build()));
    cluster.write(
        Topics.STANDING,
        PLACE.getPlaceId(),
        List.of(
            PlaceStanding.newBuilder()
                .setPlace(PLACE)
                .setContests(
                    List.of(
                        Contest.newBuilder()
                            .setKind(ContestKind.CONTROL)
                            .setContested(true)
                            .setSummary(listed.get(0).getContent())
                            .setClaims(claims.stream().map(Story::side).toList())
                            .build()))
                .setLastSeen(listed.get(listed.size() - 1).getEventTime())
                .build()));
    return this;
  }

  /** Publishes what rises. */
  public Story trends() {
    Instant start = TIME.plus(Duration.ofHours(1));
    cluster.write(
        Topics.TRENDS,
        "PLACE/" + PLACE.getPlaceId(),
        IntStream.range(0, 6)
            .mapToObj(
                number ->
                    Trend.newBuilder()
                        .setKind(TrendKind.PLACE)
                        .setId(PLACE.getPlaceId())
                        .setName(PLACE.getName())
                        .setWindowStart(start.plus(Duration.ofMinutes(15L * number)))
                        .setWindowEnd(start.plus(Duration.ofMinutes(15L * number + 60)))
                        .setCount(number * 2L)
                        .setExpected(1.5)
                        .setScore(number * 1.1)
                        .build())
            .toList());
    return this;
  }

  private JudgedClaim judged(String claimant, String content, Verdict verdict) {
    String text = text(claimant, content);
    int number = claims.size();
    Article article =
        Article.newBuilder()
            .setId(Ids.of(source, Integer.toString(number)))
            .setUrl(url)
            .setSource(source)
            .setTitle(headline)
            .setText(text)
            .setTextSha256(Ids.sha256(text))
            .setPublished(TIME.plus(Duration.ofMinutes(number)))
            .setFetched(Instant.now())
            .setEventTime(TIME.plus(Duration.ofMinutes(number)))
            .build();
    JudgedClaim before = claims.isEmpty() ? null : claims.get(claims.size() - 1);
    boolean alone = verdict == Verdict.NEW || before == null;
    JudgedClaim judged =
        JudgedClaim.newBuilder()
            .setSubject(new Subject(PLACE.getPlaceId(), SubjectKind.PLACE, PLACE.getName()))
            .setArticle(ArticleReferences.of(article))
            .setClaim(made(article, claimant, content))
            .setVerdict(verdict)
            .setPropositionId(
                alone || before == null
                    ? Ids.of("proposition", source, Integer.toString(number))
                    : before.getPropositionId())
            .setNearest(alone || before == null ? null : listed(before))
            .setRelation(alone ? ClaimRelation.DIFFERENT : ClaimRelation.CONTRADICTS)
            .setDifferences(
                alone || before == null
                    ? List.of()
                    : List.of(
                        new ClaimDifference(
                            DifferenceKind.CLAIMANT,
                            String.valueOf(listed(before).getClaimant()),
                            claimant)))
            .setReasons(List.of("the wording speaks against the earlier claim"))
            .setContest(ContestKind.CONTROL)
            .setPlace(PLACE)
            .build();
    claims.add(judged);
    return judged;
  }

  private static Claim made(Article article, String claimant, String content) {
    Claimant who =
        Claimant.newBuilder()
            .setStart(at(article, claimant))
            .setEnd(at(article, claimant) + length(claimant))
            .setText(claimant)
            .setEntityId("person:" + Ids.of(claimant))
            .setName(claimant)
            .setRole("harbour master")
            .build();
    return Claim.newBuilder()
        .setId(Ids.of(article.getId(), claimant, content))
        .setClaimant(who)
        .setCue(
            Cue.newBuilder()
                .setStart(who.getEnd() + 1)
                .setEnd(who.getEnd() + 5)
                .setText("said")
                .build())
        .setContent(
            List.of(
                new Span(at(article, content), at(article, content) + length(content), content)))
        .setPolarity(Polarity.AFFIRMED)
        .setPlaces(List.of(PLACE))
        .build();
  }

  private static String text(String claimant, String content) {
    return "It was quiet on Monday.\n\n" + claimant + " said " + content + ". Nobody else spoke.";
  }

  private static int at(Article article, String part) {
    String text = article.getText();
    return text.codePointCount(0, text.lastIndexOf(part));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static EarlierClaim listed(JudgedClaim judged) {
    Claimant claimant = judged.getClaim().getClaimant();
    return EarlierClaim.newBuilder()
        .setClaimId(judged.getClaim().getId())
        .setArticleId(judged.getArticle().getId())
        .setSource(judged.getArticle().getSource())
        .setClaimant(claimant == null ? null : claimant.getName())
        .setClaimantId(claimant == null ? null : claimant.getEntityId())
        .setContent(judged.getClaim().getContent().get(0).getText())
        .setEventTime(judged.getArticle().getEventTime())
        .setUrl(judged.getArticle().getUrl())
        .setVerdict(judged.getVerdict())
        .setAgainst(judged.getVerdict() == Verdict.DISPUTED)
        .build();
  }

  private static StandingClaim side(JudgedClaim judged) {
    EarlierClaim listed = listed(judged);
    return StandingClaim.newBuilder()
        .setClaimId(listed.getClaimId())
        .setPropositionId(judged.getPropositionId())
        .setClaimant(listed.getClaimant())
        .setClaimantId(listed.getClaimantId())
        .setContent(listed.getContent())
        .setEventTime(listed.getEventTime())
        .setArticleId(listed.getArticleId())
        .setSource(listed.getSource())
        .setVerdict(judged.getVerdict())
        .setStatus(PropositionStatus.DISPUTED)
        .build();
  }

  private void write(JudgedClaim judged) {
    Claimant claimant = judged.getClaim().getClaimant();
    String name = claimant == null ? "" : String.valueOf(claimant.getName());
    Entity entity =
        Entity.newBuilder()
            .setId("person:" + Ids.of(name))
            .setName(name)
            .setType(EntityType.PERSON)
            .setVariants(List.of(name))
            .setMentions(1)
            .setRole("harbour master")
            .build();
    cluster.write(Topics.ENRICHED, judged.getArticle().getId(), List.of(enriched(judged, entity)));
    cluster.write(
        Topics.ENTITIES, entity.getId(), List.of(new EntitySighting(entity, judged.getArticle())));
    cluster.write(
        Topics.PLACES,
        PLACE.getPlaceId(),
        List.of(
            PlaceSighting.newBuilder()
                .setPlace(PLACE)
                .setMentions(1)
                .setArticle(judged.getArticle())
                .build()));
    cluster.write(Topics.CLAIMS, judged.getSubject().getId(), List.of(judged));
  }

  private EnrichedArticle enriched(JudgedClaim judged, Entity entity) {
    Claim claim = judged.getClaim();
    String content = claim.getContent().get(0).getText();
    String text = text(entity.getName(), content);
    Article article =
        Article.newBuilder()
            .setId(judged.getArticle().getId())
            .setUrl(judged.getArticle().getUrl())
            .setSource(source)
            .setTitle(judged.getArticle().getTitle())
            .setText(text)
            .setTextSha256(judged.getArticle().getTextSha256())
            .setPublished(judged.getArticle().getPublished())
            .setFetched(judged.getArticle().getFetched())
            .setEventTime(judged.getArticle().getEventTime())
            .build();
    return EnrichedArticle.newBuilder()
        .setArticle(article)
        .setLanguage("en")
        .setOutcome(AnnotationOutcome.ANNOTATED)
        .setEntities(List.of(entity))
        .setClaims(List.of(claim))
        .build();
  }

  private static PlaceReference place(String id, String name, double latitude, double longitude) {
    return PlaceReference.newBuilder()
        .setPlaceId(id)
        .setName(name)
        .setCountry("UA")
        .setAdmin1("Azov Coast")
        .setLatitude(latitude)
        .setLongitude(longitude)
        .setPrecision(PlacePrecision.SETTLEMENT)
        .build();
  }
}

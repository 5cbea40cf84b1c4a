package dev.dateline.enrich;

import dev.dateline.enrich.claims.ClaimAnnotator;
import dev.dateline.enrich.claims.FoundClaim;
import dev.dateline.enrich.claims.RuleClaimAnnotator;
import dev.dateline.enrich.names.CrfNameAnnotator;
import dev.dateline.enrich.names.NameAnnotator;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.names.variants.AliasFile;
import dev.dateline.enrich.names.variants.NameVariants;
import dev.dateline.enrich.places.Gazetteer;
import dev.dateline.enrich.places.GazetteerPlaceAnnotator;
import dev.dateline.enrich.places.PlaceAnnotator;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.places.ResolvedPlace;
import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.LanguageIdentifier;
import dev.dateline.enrich.text.OverBudgetException;
import dev.dateline.enrich.text.TextAnalyzer;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.times.RuleTimeAnnotator;
import dev.dateline.enrich.times.TimeAnnotator;
import dev.dateline.enrich.times.Times;
import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.PlacePrecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands one article: language, names, places, times and attributed claims.
 *
 * <p>Every article comes back, also one it cannot annotate: the outcome and a remark then say why.
 * A pure function of the article and the settings, but for the budget of time. Thread-safe; {@link
 * #create} loads the models and takes seconds, so make one and share it.
 */
public final class Annotator {

  private final AnnotatorSettings settings;
  private final LanguageIdentifier languages;
  private final TextAnalyzer analyzer;
  private final NameAnnotator names;
  private final PlaceAnnotator places;
  private final TimeAnnotator times;
  private final ClaimAnnotator claims;

  /** Composes an annotator of the given parts. */
  public Annotator(
      AnnotatorSettings settings,
      LanguageIdentifier languages,
      TextAnalyzer analyzer,
      NameAnnotator names,
      PlaceAnnotator places,
      TimeAnnotator times,
      ClaimAnnotator claims) {
    this.settings = settings;
    this.languages = languages;
    this.analyzer = analyzer;
    this.names = names;
    this.places = places;
    this.times = times;
    this.claims = claims;
  }

  /**
   * Loads the models and tables and composes the annotator that Dateline runs.
   *
   * @throws UncheckedIOException when a file of the settings cannot be read
   */
  public static Annotator create(AnnotatorSettings settings) {
    return new Annotator(
        settings,
        LanguageIdentifier.load(),
        TextAnalyzer.load(),
        CrfNameAnnotator.bundled(variants(settings.aliases())),
        new GazetteerPlaceAnnotator(gazetteer(settings.gazetteer())),
        RuleTimeAnnotator.load(),
        new RuleClaimAnnotator());
  }

  private static NameVariants variants(@Nullable Path file) {
    if (file == null) {
      return NameVariants.bundled();
    }
    try {
      return NameVariants.with(AliasFile.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static Gazetteer gazetteer(@Nullable Path file) {
    if (file == null) {
      return Gazetteer.bundled();
    }
    try {
      return Gazetteer.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Returns the article with everything found in it. */
  public EnrichedArticle annotate(Article article) {
    EnrichedArticle.Builder enriched = EnrichedArticle.newBuilder().setArticle(article);
    String text = article.getText();
    if (text.isBlank()) {
      return pass(enriched, AnnotationOutcome.EMPTY, "the text is empty");
    }
    String language = languages.identify(article.getTitle(), text);
    enriched.setLanguage(language);
    if (!language.equals(LanguageIdentifier.ENGLISH)) {
      return pass(
          enriched,
          AnnotationOutcome.OTHER_LANGUAGE,
          language.equals(LanguageIdentifier.UNDETERMINED)
              ? "the language could not be told; only English is annotated"
              : "the language is \"" + language + "\"; only English is annotated");
    }
    try {
      return understand(enriched, article);
    } catch (OverBudgetException e) {
      return pass(
          enriched,
          AnnotationOutcome.OVER_BUDGET,
          "annotating took longer than " + settings.budget().toMillis() + " ms and was given up");
    }
  }

  /**
   * Returns what is found in an article, and why; takes about twice as long as annotating it.
   *
   * <p>Where the article is not annotated, nothing is explained.
   */
  public Explanation explain(Article article) {
    EnrichedArticle enriched = annotate(article);
    if (enriched.getAnnotatedLength() == 0) {
      return new Explanation(enriched, List.of(), List.of());
    }
    TextDocument document = analyze(article, Budget.unlimited());
    Names tagged = names.annotate(document);
    Names found = settled(document, tagged, places.annotate(document, tagged));
    return new Explanation(
        enriched, names.explain(document, found), places.explain(document, tagged));
  }

  private Names settled(TextDocument document, Names tagged, Places found) {
    List<TextSpan> towns =
        found.places().stream()
            .filter(place -> place.place().getPrecision() == PlacePrecision.SETTLEMENT)
            .map(ResolvedPlace::span)
            .toList();
    return names.settle(document, tagged, towns);
  }

  private TextDocument analyze(Article article, Budget budget) {
    return analyzer.analyze(
        annotatedPart(article.getText()),
        article.getTitle(),
        day(article.getPublished()),
        article.getSource(),
        budget);
  }

  private static EnrichedArticle pass(
      EnrichedArticle.Builder enriched, AnnotationOutcome outcome, String remark) {
    return enriched.setOutcome(outcome).setRemarks(List.of(remark)).build();
  }

  private EnrichedArticle understand(EnrichedArticle.Builder enriched, Article article) {
    TextDocument document = analyze(article, Budget.of(settings.budget()));
    String text = document.text();
    Names tagged = names.annotate(document);
    Places foundPlaces = places.annotate(document, tagged);
    Names foundNames = settled(document, tagged, foundPlaces);
    Times foundTimes = times.annotate(document);
    List<FoundClaim> foundClaims = claims.annotate(document, foundNames, foundPlaces, foundTimes);
    CodePoints codePoints = CodePoints.of(text);
    new RecordWriter(
            codePoints,
            new EntityIndex(text, foundNames, foundPlaces),
            new ClaimIds(article.getId()),
            document.tokens())
        .write(enriched, foundNames, foundPlaces, foundTimes, foundClaims);
    int covered = codePoints.at(text.length());
    enriched.setAnnotatedLength(covered);
    if (text.length() < article.getText().length()) {
      return pass(
          enriched,
          AnnotationOutcome.TOO_LONG,
          "the text is longer than "
              + settings.mostCodePoints()
              + " characters; only its first "
              + covered
              + " are annotated");
    }
    return enriched.setOutcome(AnnotationOutcome.ANNOTATED).build();
  }

  private String annotatedPart(String text) {
    int most = settings.mostCodePoints();
    if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static @Nullable LocalDate day(@Nullable Instant published) {
    return published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
  }
}

package dev.dateline.enrich.places;

import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Toponym.Candidate;
import dev.dateline.enrich.text.TextDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the toponyms of an article and resolves them with a gazetteer.
 *
 * <p>Its own search of the text and the names tagger's mentions count together; it works with an
 * empty {@link Names} too. Immutable and thread-safe.
 */
public final class GazetteerPlaceAnnotator implements PlaceAnnotator {

  private static final double HEADLINE_EVIDENCE = 1;
  private static final double PUBLISHER_EVIDENCE = 1;

  private final Gazetteer gazetteer;
  private final ToponymFinder finder;
  private final ToponymLinks links;
  private final MentionJudge judge;
  private final PlaceResolver resolver;

  /** Makes an annotator for a gazetteer. */
  public GazetteerPlaceAnnotator(Gazetteer gazetteer) {
    ContextWords context = new ContextWords();
    this.gazetteer = gazetteer;
    Respellings respellings = new Respellings(gazetteer);
    this.finder = new ToponymFinder(gazetteer, context, new FixedPhrases(), respellings);
    this.links = new ToponymLinks(gazetteer, context);
    this.judge = new MentionJudge(gazetteer, context, respellings);
    this.resolver = new PlaceResolver(gazetteer);
  }

  /** Makes an annotator for the gazetteer that comes with this module. */
  public static GazetteerPlaceAnnotator bundled() {
    return new GazetteerPlaceAnnotator(Gazetteer.bundled());
  }

  @Override
  public Places annotate(TextDocument document, Names names) {
    List<ResolvedPlace> places = new ArrayList<>();
    for (Toponym toponym : resolve(document, names, false)) {
      Candidate chosen = toponym.chosen;
      if (toponym.isPlace() && chosen != null) {
        places.add(
            new ResolvedPlace(
                toponym.span(), gazetteer.reference(chosen.place), confidence(toponym, chosen)));
      }
    }
    return new Places(places, FocusPlace.of(places));
  }

  @Override
  public List<PlaceExplanation> explain(TextDocument document, Names names) {
    List<PlaceExplanation> explanations = new ArrayList<>();
    for (Toponym toponym : resolve(document, names, true)) {
      if (toponym.isNoName()) {
        continue;
      }
      // Occurrences of one name share the candidates of the first, which alone carry the scores.
      Candidate chosen = toponym.chosen;
      List<PlaceExplanation.Choice> choices = new ArrayList<>();
      for (Candidate candidate : toponym.ranked()) {
        choices.add(
            new PlaceExplanation.Choice(
                gazetteer.reference(candidate.place),
                candidate.score,
                weights(candidate.reasons())));
      }
      explanations.add(
          new PlaceExplanation(
              toponym.span(),
              toponym.span().of(document.text()),
              toponym.isPlace() && chosen != null,
              weights(toponym.reasons()),
              choices));
    }
    return explanations;
  }

  private static List<PlaceExplanation.Weight> weights(List<Toponym.Reason> reasons) {
    return reasons.stream()
        .map(reason -> new PlaceExplanation.Weight(reason.reason(), reason.weight()))
        .toList();
  }

  private List<Toponym> resolve(TextDocument document, Names names, boolean explain) {
    ArticleContext article = new ArticleContext();
    addHeadline(document.title(), article);
    Publisher.countryOf(document.source())
        .ifPresent(code -> article.addCountry(gazetteer.countryByCode(code), PUBLISHER_EVIDENCE));
    WordScan words = WordScan.of(document.text());
    document.budget().check();
    List<Toponym> toponyms = finder.find(words, article);
    if (explain) {
      toponyms.forEach(Toponym::explain);
    }
    document.budget().check();
    links.link(toponyms, words);
    judge.judge(toponyms, words, names);
    document.budget().check();
    resolver.resolve(toponyms, article);
    if (judge.reconsider(toponyms)) {
      resolver.resolve(toponyms, article);
    }
    return toponyms;
  }

  /** Headlines capitalise every word, so that only names with one bearer of weight count. */
  private void addHeadline(@Nullable String title, ArticleContext article) {
    if (title == null) {
      return;
    }
    for (Toponym toponym : finder.find(WordScan.of(title), article)) {
      for (Candidate candidate : toponym.candidates) {
        PlaceKind kind = gazetteer.kind(candidate.place);
        if (kind == PlaceKind.COUNTRY || kind == PlaceKind.ADMIN1) {
          article.addCountry(gazetteer.country(candidate.place), HEADLINE_EVIDENCE);
          article.addRegion(gazetteer.admin1(candidate.place), HEADLINE_EVIDENCE);
        }
      }
    }
  }

  private static double confidence(Toponym toponym, Candidate chosen) {
    double second = Double.NEGATIVE_INFINITY;
    for (Candidate candidate : toponym.ranked()) {
      if (candidate != chosen) {
        second = Math.max(second, candidate.score);
      }
    }
    double margin = Double.isInfinite(second) ? 4 : chosen.score - second;
    double isPlace = 1 / (1 + Math.exp(-toponym.evidence - 1));
    return isPlace / (1 + Math.exp(-margin - 0.5));
  }
}

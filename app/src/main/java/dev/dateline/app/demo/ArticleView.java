package dev.dateline.app.demo;

import dev.dateline.app.print.Page;
import dev.dateline.app.print.Words;
import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows one enriched article: what it is, whom and what it names, and where that is. */
final class ArticleView {

  private static final int COLUMN = 17;
  private static final int OPENING_CODE_POINTS = 72;

  private final Page page;

  ArticleView(Page page) {
    this.page = page;
  }

  void show(EnrichedArticle enriched) {
    Article article = enriched.getArticle();
    page.rule();
    page.paragraph("bold", 0, headline(article));
    page.paragraph("faint", 0, origin(enriched));
    if (enriched.getOutcome() != AnnotationOutcome.ANNOTATED) {
      String remarks = String.join("; ", enriched.getRemarks());
      page.paragraph("fg(yellow)", 2, remarks.isEmpty() ? outcome(enriched) : remarks);
    }
    page.blank();
    entities("People", EntityType.PERSON, enriched);
    entities("Organisations", EntityType.ORGANIZATION, enriched);
    places(enriched);
  }

  /** Returns the headline, or the text's first words in its place. */
  static String headline(Article article) {
    String title = article.getTitle();
    if (title != null && !title.isBlank()) {
      return title;
    }
    String opening = article.getText().strip().replaceAll("\\s+", " ");
    if (opening.isEmpty()) {
      return "(no text)";
    }
    if (opening.codePointCount(0, opening.length()) <= OPENING_CODE_POINTS) {
      return opening;
    }
    String cut = opening.substring(0, opening.offsetByCodePoints(0, OPENING_CODE_POINTS));
    return cut.replaceAll("\\s+\\S*$", "") + " …";
  }

  private static String origin(EnrichedArticle enriched) {
    Article article = enriched.getArticle();
    List<String> parts = new ArrayList<>();
    if (article.getSource() != null) {
      parts.add(article.getSource());
    }
    Instant published = article.getPublished();
    if (published != null) {
      parts.add(published.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }
    if (!enriched.getLanguage().equals("und")) {
      parts.add(enriched.getLanguage());
    }
    if (article.getRevision() > 1) {
      parts.add("revision " + article.getRevision());
    }
    if (article.getUrl() != null) {
      parts.add(article.getUrl());
    }
    return String.join(" · ", parts);
  }

  private static String outcome(EnrichedArticle enriched) {
    return switch (enriched.getOutcome()) {
      case UNKNOWN, ANNOTATED -> "annotated";
      case EMPTY -> "no text to annotate";
      case OTHER_LANGUAGE -> "not in English: not annotated";
      case TOO_LONG -> "too long: only its first part is annotated";
      case OVER_BUDGET -> "took too long: annotated in part";
    };
  }

  private void entities(String label, EntityType type, EnrichedArticle enriched) {
    String names =
        enriched.getEntities().stream()
            .filter(entity -> entity.getType() == type)
            .map(ArticleView::name)
            .collect(Collectors.joining(" · "));
    if (!names.isEmpty()) {
      page.labelled("fg(cyan)", label, 2, COLUMN, names);
    }
  }

  private static String name(Entity entity) {
    String role = entity.getRole();
    return role == null ? entity.getName() : entity.getName() + " (" + role + ")";
  }

  private void places(EnrichedArticle enriched) {
    Map<String, Place> distinct = new LinkedHashMap<>();
    for (Place place : enriched.getPlaces()) {
      distinct.putIfAbsent(place.getPlaceId(), place);
    }
    String label = "Places";
    for (Place place : distinct.values()) {
      page.labelled(
          "fg(cyan)",
          label,
          2,
          COLUMN,
          Words.place(place.getName(), place.getAdmin1(), place.getCountry())
              + "  "
              + Words.coordinates(place.getLatitude(), place.getLongitude(), place.getPrecision()));
      label = "";
    }
  }
}

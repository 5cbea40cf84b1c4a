package dev.dateline.enrich.places;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts for these tests, and what the annotator makes of them. */
final class Annotated {

  static final Gazetteer GAZETTEER = Gazetteer.bundled();
  static final GazetteerPlaceAnnotator ANNOTATOR = new GazetteerPlaceAnnotator(GAZETTEER);

  private Annotated() {}

  static TextDocument document(String text) {
    return document(text, null, null);
  }

  static TextDocument document(String text, @Nullable String title, @Nullable String source) {
    return new TextDocument(text, title, null, source, List.of(), List.of(), Budget.unlimited());
  }

  static Places places(String text) {
    return ANNOTATOR.annotate(document(text), names());
  }

  /** Returns names of one type each, found at their first occurrence in the text. */
  static Names names(NameMention... mentions) {
    return new Names() {
      @Override
      public List<NameMention> mentions() {
        return List.of(mentions);
      }

      @Override
      public List<NamedEntity> entities() {
        return List.of();
      }

      @Override
      public Optional<NamedEntity> resolve(TextSpan phrase) {
        return Optional.empty();
      }
    };
  }

  static NameMention mention(String text, String surface, EntityType type) {
    int start = text.indexOf(surface);
    return new NameMention(new TextSpan(start, start + surface.length()), type, null);
  }

  /** Returns each place as "surface = name, country". */
  static List<String> summary(String text) {
    return places(text).places().stream().map(place -> summary(text, place)).toList();
  }

  static String summary(String text, ResolvedPlace place) {
    String country = place.place().getCountry();
    return "%s = %s, %s"
        .formatted(place.span().of(text), place.place().getName(), country == null ? "-" : country);
  }
}

package dev.dateline.app.cli;

import dev.dateline.enrich.Explanation;
import dev.dateline.enrich.names.NameExplanation;
import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.places.PlaceExplanation;
import dev.dateline.schemas.avro.PlaceReference;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints in words why the names and places of an article are what they were taken for. */
final class ExplanationView {

  private static final int WIDTH = 80;
  private static final int MOST_CANDIDATES = 4;

  private final PrintWriter out;

  ExplanationView(PrintWriter out) {
    this.out = out;
  }

  /** One surface that was judged in one way, wherever it stands. */
  private record Judgement(String text, boolean isPlace, @Nullable String chosen) {}

  void print(@Nullable String id, Explanation explanation) {
    line(0, id == null ? explanation.enriched().getArticle().getId() : id);
    for (String remark : explanation.enriched().getRemarks()) {
      line(0, remark);
    }
    out.println();
    line(0, "NAMES");
    explanation.names().forEach(this::name);
    out.println();
    line(0, "PLACES");
    Map<Judgement, List<PlaceExplanation>> judgements = new LinkedHashMap<>();
    for (PlaceExplanation place : explanation.places()) {
      PlaceReference chosen = place.chosen();
      judgements
          .computeIfAbsent(
              new Judgement(
                  place.text(), place.isPlace(), chosen == null ? null : chosen.getPlaceId()),
              key -> new ArrayList<>())
          .add(place);
    }
    judgements.values().forEach(this::place);
    out.println();
  }

  private void name(NameExplanation name) {
    NamedEntity entity = name.entity();
    line(
        2,
        "%s · %s · %s"
            .formatted(entity.name(), entity.type().name().toLowerCase(Locale.ROOT), entity.id()));
    for (NameExplanation.Spelling spelling : name.spellings()) {
      line(
          6,
          "written %s%s, folds to %s"
              .formatted(spelling.text(), times(spelling.count()), spelling.key()));
    }
    List<String> aliases = name.aliasOf();
    if (aliases != null) {
      line(
          6,
          "id from an alias line"
              + (aliases.isEmpty() ? "" : ", also named " + String.join(", ", aliases)));
    } else {
      line(6, "id from the rules");
    }
    if (entity.role() != null) {
      String of = entity.affiliation() == null ? "" : " of " + entity.affiliation();
      line(6, "role " + entity.role() + of);
    }
  }

  private void place(List<PlaceExplanation> occurrences) {
    PlaceExplanation first = occurrences.get(0);
    PlaceReference chosen = first.chosen();
    line(
        2,
        "%s%s → %s"
            .formatted(
                first.text(),
                times(occurrences.size()),
                chosen == null ? "no place" : place(chosen) + " · " + chosen.getPlaceId()));
    double sum = first.evidence().stream().mapToDouble(PlaceExplanation.Weight::weight).sum();
    line(
        6,
        "%s a place %s: %s"
            .formatted(first.isPlace() ? "names" : "not", signed(sum), reasons(first.evidence())));
    List<PlaceExplanation.Choice> candidates = first.candidates();
    for (int i = 0; chosen != null && i < Math.min(MOST_CANDIDATES, candidates.size()); i++) {
      PlaceExplanation.Choice choice = candidates.get(i);
      String reasons = choice.reasons().isEmpty() ? "" : ": " + reasons(choice.reasons());
      line(
          6,
          "%d. %s %s%s".formatted(i + 1, place(choice.place()), signed(choice.score()), reasons));
    }
    if (chosen != null && candidates.size() > MOST_CANDIDATES) {
      line(6, "and %d more".formatted(candidates.size() - MOST_CANDIDATES));
    }
  }

  private static String place(PlaceReference place) {
    StringBuilder text = new StringBuilder(place.getName());
    if (place.getAdmin1() != null && !place.getAdmin1().equals(place.getName())) {
      text.append(", ").append(place.getAdmin1());
    }
    if (place.getCountry() != null) {
      text.append(", ").append(place.getCountry());
    }
    return text.append(" (")
        .append(place.getPrecision().name().toLowerCase(Locale.ROOT))
        .append(')')
        .toString();
  }

  private static String reasons(List<PlaceExplanation.Weight> weights) {
    return weights.stream()
        .map(weight -> weight.reason() + " " + signed(weight.weight()))
        .collect(Collectors.joining(", "));
  }

  private static String signed(double weight) {
    return String.format(Locale.ROOT, "%+.1f", weight);
  }

  private static String times(int count) {
    return count == 1 ? "" : " ×" + count;
  }

  /** Prints text cut at white space into lines of the width, later ones indented further. */
  private void line(int indent, String text) {
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    boolean empty = true;
    for (String word : text.strip().split("\\s+", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(" ".repeat(indent + 3));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.println(line);
  }
}

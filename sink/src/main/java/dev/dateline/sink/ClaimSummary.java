package dev.dateline.sink;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a judged claim in one line for people. */
final class ClaimSummary {

  private static final int MAX_CONTENT_CHARACTERS = 240;
  private static final String NOBODY = "unnamed source";

  private ClaimSummary() {}

  /**
   * Returns the line: verdict, claimant with role, whether said or denied, content, place, day and
   * source, each where it is known.
   */
  static String of(JudgedClaim judged) {
    Claim claim = judged.getClaim();
    return judged.getVerdict()
        + ": "
        + claimant(claim.getClaimant())
        + (claim.getPolarity() == Polarity.DENIED ? " denies: " : " says: ")
        + content(claim)
        + circumstances(judged);
  }

  private static String claimant(Claimant claimant) {
    if (claimant == null) {
      return NOBODY;
    }
    String name = claimant.getName() == null ? claimant.getText() : claimant.getName();
    return oneLine(claimant.getRole() == null ? name : name + " (" + claimant.getRole() + ")");
  }

  private static String content(Claim claim) {
    String content =
        oneLine(claim.getContent().stream().map(Span::getText).collect(Collectors.joining(" … ")));
    if (content.codePointCount(0, content.length()) <= MAX_CONTENT_CHARACTERS) {
      return "“" + content + "”";
    }
    return "“"
        + content.substring(0, content.offsetByCodePoints(0, MAX_CONTENT_CHARACTERS)).strip()
        + " …”";
  }

  private static String circumstances(JudgedClaim judged) {
    List<String> known = new ArrayList<>();
    if (!judged.getClaim().getPlaces().isEmpty()) {
      known.add(place(judged.getClaim().getPlaces().get(0)));
    }
    known.add(day(judged).toString());
    if (judged.getArticle().getSource() != null) {
      known.add(oneLine(judged.getArticle().getSource()));
    }
    return " (" + String.join("; ", known) + ")";
  }

  private static String place(PlaceReference place) {
    return place.getCountry() == null
        ? place.getName()
        : place.getName() + ", " + place.getCountry();
  }

  private static LocalDate day(JudgedClaim judged) {
    LocalDate from = judged.getClaim().getFrom();
    return from != null
        ? from
        : judged.getArticle().getEventTime().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

package dev.dateline.sink;

import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.ClaimDifference;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Polarity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells a judged claim in one line for people. */
final class ClaimSummary {

  private static final int MAX_CONTENT_CHARACTERS = 240;
  private static final int MAX_EARLIER_CHARACTERS = 120;
  private static final int MAX_DIFFERENCE_CHARACTERS = 60;
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
        + circumstances(judged)
        + difference(judged);
  }

  private static String claimant(Claimant claimant) {
    if (claimant == null) {
      return NOBODY;
    }
    String name = ClaimTexts.nameOf(claimant);
    return OneLine.of(claimant.getRole() == null ? name : name + " (" + claimant.getRole() + ")");
  }

  private static String content(Claim claim) {
    String content = ClaimTexts.content(claim, ClaimTexts.ELLIPSIS);
    return "“" + OneLine.cut(content, MAX_CONTENT_CHARACTERS) + "”";
  }

  private static String circumstances(JudgedClaim judged) {
    List<String> known = new ArrayList<>();
    if (!judged.getClaim().getPlaces().isEmpty()) {
      known.add(place(judged.getClaim().getPlaces().get(0)));
    }
    known.add(day(judged).toString());
    if (judged.getArticle().getSource() != null) {
      known.add(OneLine.of(judged.getArticle().getSource()));
    }
    return " (" + String.join("; ", known) + ")";
  }

  /** What was claimed before, and in what this differs; nothing for a new claim. */
  private static String difference(JudgedClaim judged) {
    EarlierClaim earlier = judged.getNearest();
    if (earlier == null) {
      return "";
    }
    StringBuilder told = new StringBuilder("; before: ");
    told.append(earlier.getClaimant() == null ? NOBODY : OneLine.of(earlier.getClaimant()));
    told.append(earlier.getPolarity() == Polarity.DENIED ? " denies: “" : " says: “");
    told.append(OneLine.cut(earlier.getContent(), MAX_EARLIER_CHARACTERS)).append("”");
    for (ClaimDifference difference : judged.getDifferences()) {
      if (difference.getEarlier() != null && difference.getLater() != null) {
        told.append(
            "; "
                + difference.getKind().name().toLowerCase(Locale.ROOT)
                + " "
                + OneLine.cut(difference.getEarlier(), MAX_DIFFERENCE_CHARACTERS)
                + " → "
                + OneLine.cut(difference.getLater(), MAX_DIFFERENCE_CHARACTERS));
        break;
      }
    }
    return told.toString();
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
}

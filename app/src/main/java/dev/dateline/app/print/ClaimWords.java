package dev.dateline.app.print;

import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.ClaimKind;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.Quantity;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Claims and the head of their article in words. */
public final class ClaimWords {

  private ClaimWords() {}

  /** Returns "Hannah Malial (deputy defense minister) denied [denied], according to Reuters". */
  public static String who(Claim claim) {
    Claimant claimant = claim.getClaimant();
    StringBuilder who = new StringBuilder(claimant == null ? "(nobody named)" : name(claimant));
    if (claim.getCue() != null) {
      who.append(' ').append(claim.getCue().getText());
    }
    if (claim.getPolarity() == Polarity.DENIED) {
      who.append(" [denied]");
    }
    if (claim.getHedge() != Hedge.CERTAIN) {
      who.append(claim.getHedge() == Hedge.POSSIBLE ? " [possibly]" : " [as reported]");
    }
    for (Claimant reporter : claim.getChain()) {
      who.append(", according to ").append(name(reporter));
    }
    return who.toString();
  }

  private static String name(Claimant claimant) {
    String name = ClaimTexts.nameOf(claimant);
    String role = claimant.getRole();
    boolean roleShown = role != null && !name.contains(role);
    return roleShown ? name + " (" + role + ")" : name;
  }

  /** Returns the content, its stretches parted by an ellipsis, in marks where it is quoted. */
  public static String content(Claim claim) {
    String content = ClaimTexts.content(claim, ClaimTexts.ELLIPSIS);
    return claim.getKind() == ClaimKind.DIRECT ? "“" + content + "”" : content;
  }

  /** Returns the most specific place and the days it is about; empty when neither is known. */
  public static String about(Claim claim) {
    List<String> parts = new ArrayList<>();
    claim.getPlaces().stream().findFirst().map(ClaimWords::place).ifPresent(parts::add);
    if (claim.getFrom() != null) {
      parts.add(Words.days(claim.getFrom(), claim.getTo()));
    }
    return String.join(" · ", parts);
  }

  /** Returns everything else: kind, polarity, place, days, numbers. */
  public static String details(Claim claim) {
    List<String> parts = new ArrayList<>();
    parts.add(claim.getKind().name().toLowerCase(Locale.ROOT));
    parts.add(claim.getPolarity().name().toLowerCase(Locale.ROOT));
    if (claim.getNegated()) {
      parts.add("negated");
    }
    if (claim.getClaimant() != null && claim.getClaimant().getAnonymous()) {
      parts.add("anonymous");
    }
    for (String more : List.of(about(claim), quantities(claim))) {
      if (!more.isEmpty()) {
        parts.add(more);
      }
    }
    return String.join(" · ", parts);
  }

  /** Returns the headline, or the id where there is none. */
  static String headline(Article article, String id) {
    String title = article.getTitle();
    return title == null || title.isBlank() ? id : title;
  }

  /** Returns where an article comes from, and what its annotator remarked. */
  static String origin(EnrichedArticle enriched) {
    Article article = enriched.getArticle();
    List<String> parts = new ArrayList<>();
    if (article.getSource() != null) {
      parts.add(article.getSource());
    }
    if (article.getPublished() != null) {
      parts.add("published " + article.getPublished().atOffset(ZoneOffset.UTC).toLocalDate());
    }
    if (enriched.getDateLine() != null) {
      parts.add("date line " + enriched.getDateLine().getText().strip());
    }
    if (!enriched.getLanguage().equals("und")) {
      parts.add("language " + enriched.getLanguage());
    }
    parts.addAll(enriched.getRemarks());
    return String.join(" · ", parts);
  }

  /** Returns the numbers of a claim as ranges, "more than 70 drones [70 or more drones]". */
  public static String quantities(Claim claim) {
    return claim.getQuantities().stream()
        .map(quantity -> quantity.getText() + " [" + range(quantity) + "]")
        .collect(Collectors.joining(" · "));
  }

  private static String range(Quantity quantity) {
    Double low = quantity.getLow();
    Double high = quantity.getHigh();
    String numbers =
        low == null
            ? high == null ? "unknown" : "up to " + Words.number(high)
            : high == null
                ? Words.number(low) + " or more"
                : low.equals(high)
                    ? Words.number(low)
                    : Words.number(low) + " to " + Words.number(high);
    return quantity.getUnit() == null ? numbers : numbers + " " + quantity.getUnit();
  }

  private static String place(PlaceReference place) {
    return Words.place(place.getName(), place.getAdmin1(), place.getCountry())
        + " "
        + Words.coordinates(place.getLatitude(), place.getLongitude(), place.getPrecision());
  }
}

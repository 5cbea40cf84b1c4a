package dev.dateline.app.demo;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.ClaimKind;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.Verdict;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows one judged claim: verdict, claimant and cue, content, place and day. */
final class ClaimView {

  private static final int COLUMN = 17;

  private final Page page;

  ClaimView(Page page) {
    this.page = page;
  }

  void show(JudgedClaim judged) {
    Claim claim = judged.getClaim();
    page.blank();
    page.labelled(style(judged.getVerdict()), judged.getVerdict().name(), 2, COLUMN, who(claim));
    page.paragraph("bold", COLUMN, content(claim));
    String about = about(claim);
    if (!about.isEmpty()) {
      page.paragraph("faint", COLUMN, about);
    }
    EarlierClaim nearest = judged.getNearest();
    if (nearest != null) {
      page.paragraph("faint", COLUMN, earlier(nearest));
    }
  }

  private static String style(Verdict verdict) {
    return switch (verdict) {
      case NEW -> "bold,fg(green)";
      case REPEATED, UNKNOWN -> "faint";
      case CORROBORATED -> "bold,fg(blue)";
      case DISPUTED, RETRACTED -> "bold,fg(red)";
      case UPDATED -> "bold,fg(yellow)";
    };
  }

  private static String who(Claim claim) {
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
    String name = claimant.getName() == null ? claimant.getText() : claimant.getName();
    String role = claimant.getRole();
    boolean roleShown = role != null && !name.contains(role);
    return roleShown ? name + " (" + role + ")" : name;
  }

  private static String content(Claim claim) {
    String content =
        claim.getContent().stream().map(Span::getText).collect(Collectors.joining(" … "));
    return claim.getKind() == ClaimKind.DIRECT ? "“" + content + "”" : content;
  }

  private static String about(Claim claim) {
    List<String> parts = new ArrayList<>();
    claim.getPlaces().stream().findFirst().map(ClaimView::place).ifPresent(parts::add);
    if (claim.getFrom() != null) {
      parts.add(Words.days(claim.getFrom(), claim.getTo()));
    }
    return String.join(" · ", parts);
  }

  private static String place(PlaceReference place) {
    return Words.place(place.getName(), place.getAdmin1(), place.getCountry())
        + " "
        + Words.coordinates(place.getLatitude(), place.getLongitude(), place.getPrecision());
  }

  private static String earlier(EarlierClaim nearest) {
    String who = nearest.getClaimant() == null ? "somebody" : nearest.getClaimant();
    String where = nearest.getSource() == null ? "" : " in " + nearest.getSource();
    return "before: "
        + who
        + where
        + ", "
        + nearest.getEventTime().atOffset(ZoneOffset.UTC).toLocalDate()
        + ": "
        + nearest.getContent();
  }
}

package dev.dateline.app.demo;

import dev.dateline.app.print.ClaimWords;
import dev.dateline.app.print.Page;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Verdict;
import java.time.ZoneOffset;

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
    page.labelled(
        style(judged.getVerdict()), judged.getVerdict().name(), 2, COLUMN, ClaimWords.who(claim));
    page.paragraph("bold", COLUMN, ClaimWords.content(claim));
    String about = ClaimWords.about(claim);
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

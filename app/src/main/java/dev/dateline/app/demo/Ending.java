package dev.dateline.app.demo;

import dev.dateline.app.cli.Home;
import dev.dateline.app.print.Page;
import dev.dateline.app.print.Words;
import dev.dateline.ingest.IngestSummary;
import dev.dateline.schemas.Topics;
import java.util.List;

/** Says at the end what there was, and how to look further. */
final class Ending {

  private static final int COMMAND_COLUMN = 2;

  private final Page page;
  private final DemoSettings settings;

  Ending(Page page, DemoSettings settings) {
    this.page = page;
    this.settings = settings;
  }

  void show(IngestSummary summary, Counts counts) {
    page.rule();
    page.paragraph("bold", 0, sentence(summary, counts));
    if (counts.of(Topics.DEAD_LETTERS) > 0) {
      page.paragraph(
          "fg(red)",
          0,
          Words.count(counts.of(Topics.DEAD_LETTERS), "record")
              + " could not be processed: see news.dead-letters.");
    }
    page.blank();
    page.paragraph("faint", 0, "Look further:");
    for (String command :
        List.of(
            "./dateline tail news.claims --from-beginning",
            "./dateline tail news.places --from-beginning --max-messages 1",
            "./dateline topics describe")) {
      page.paragraph("fg(cyan)", COMMAND_COLUMN, command + data());
    }
    page.flush();
  }

  private static String sentence(IngestSummary summary, Counts counts) {
    String rejected =
        summary.rejected() == 0
            ? ""
            : " " + Words.count(summary.rejected(), "entry") + " rejected.";
    String unchanged =
        summary.unchanged() == 0
            ? ""
            : " " + Words.count(summary.unchanged(), "article") + " known already.";
    if (summary.isNothingNew() && counts.of(Topics.ENRICHED) == 0) {
      return "Nothing is new." + unchanged + rejected;
    }
    String verdicts = counts.verdicts();
    return Words.count(counts.of(Topics.ENRICHED), "article")
        + ", "
        + Words.count(counts.of(Topics.CLAIMS), "claim")
        + (verdicts.isEmpty() ? "" : " (" + verdicts + ")")
        + ", "
        + Words.count(counts.of(Topics.ENTITIES), "entity")
        + ", "
        + Words.count(counts.of(Topics.PLACES), "place")
        + ", "
        + Words.count(counts.of(Topics.ALERTS), "alert")
        + "."
        + unchanged
        + rejected;
  }

  private String data() {
    return settings.isDefaultData() ? "" : " --data " + Home.display(settings.dataDirectory());
  }
}

package dev.dateline.app.print;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Prints an article in colour, with its claims underneath. */
public final class PrettyPrinter implements ArticlePrinter {

  private static final int COLUMN = 5;

  private static final Map<Layer, String> COLOUR =
      Map.of(
          Layer.PERSON, "fg(cyan)",
          Layer.ORGANIZATION, "fg(magenta)",
          Layer.NAME, "fg(blue)",
          Layer.PLACE, "fg(green)",
          Layer.TIME, "fg(yellow)",
          Layer.CUE, "fg(red)");

  private static final Map<Layer, String> WEIGHT =
      Map.of(Layer.CONTENT, "underline", Layer.CLAIMANT, "bold", Layer.CUE, "bold");

  private final Page page;

  /** Prints to a writer, which stays open, in lines of at most that many characters. */
  public PrettyPrinter(PrintWriter out, Ansi ansi, int width) {
    page = new Page(out, ansi, width);
  }

  @Override
  public void print(EnrichedArticle enriched, String id, @Nullable String file) {
    page.rule();
    page.paragraph("bold", 0, ClaimWords.headline(enriched.getArticle(), id));
    page.paragraph("faint", 0, ClaimWords.origin(enriched));
    legend();
    page.blank();
    Marks marks = new Marks(enriched);
    for (Marks.Paragraph paragraph : marks.paragraphs()) {
      page.styled(0, styled(marks, paragraph));
      page.blank();
    }
    List<Claim> claims = enriched.getClaims();
    page.paragraph("bold", 0, claims.isEmpty() ? "No claims" : Words.count(claims.size(), "claim"));
    for (int i = 0; i < claims.size(); i++) {
      claim(i + 1, claims.get(i));
    }
    page.blank();
    page.flush();
  }

  @Override
  public void reject(@Nullable String id, String code, String message) {
    // Standard error says it; an article that could not be read has nothing to show.
  }

  @Override
  public void close() {
    page.flush();
  }

  private void legend() {
    StyledText legend = new StyledText();
    for (Layer layer : Layer.values()) {
      String style =
          Stream.of(WEIGHT.get(layer), COLOUR.get(layer))
              .filter(Objects::nonNull)
              .collect(Collectors.joining(","));
      legend.add(layer.label(), style).add(" ", "");
    }
    page.styled(0, legend);
  }

  /** A paragraph, with the number of each claim before what it claims. */
  private static StyledText styled(Marks marks, Marks.Paragraph paragraph) {
    StyledText text = new StyledText();
    for (Marks.Piece piece : marks.pieces(paragraph)) {
      Set<String> styles = new LinkedHashSet<>();
      String colour = "";
      for (Marks.Mark mark : piece.marks()) {
        if (mark.layer() == Layer.CONTENT && mark.start() == piece.start()) {
          text.add("[" + mark.claim() + "]", "faint");
        }
        if (WEIGHT.containsKey(mark.layer())) {
          styles.add(WEIGHT.get(mark.layer()));
        }
        colour = COLOUR.getOrDefault(mark.layer(), colour);
      }
      if (!colour.isEmpty()) {
        styles.add(colour);
      }
      text.add(marks.text(piece), String.join(",", styles));
    }
    return text;
  }

  private void claim(int number, Claim claim) {
    page.blank();
    page.labelled("bold", "[" + number + "]", 0, COLUMN, ClaimWords.who(claim));
    page.paragraph("bold", COLUMN, ClaimWords.content(claim));
    page.paragraph("faint", COLUMN, ClaimWords.details(claim));
  }
}

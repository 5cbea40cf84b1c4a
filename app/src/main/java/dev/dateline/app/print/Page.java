package dev.dateline.app.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * Prints text to a person: wrapped, indented, and in colour where the reader is a terminal.
 *
 * <p>Used by one thread at a time.
 */
public final class Page {

  private static final int LEAST_WIDTH = 40;
  private static final int MOST_WIDTH = 100;
  private static final int DEFAULT_WIDTH = 80;

  private final PrintWriter out;
  private final Ansi ansi;
  private final int width;

  public Page(PrintWriter out, Ansi ansi, int width) {
    this.out = out;
    this.ansi = ansi;
    this.width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
  }

  /** Returns the width that the environment's {@code COLUMNS} gives, else 80. */
  public static int widthOf(String columns) {
    return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
  }

  /** Prints a line across the page. */
  public void rule() {
    println("faint", "─".repeat(width));
  }

  public void blank() {
    out.println();
  }

  public void flush() {
    out.flush();
  }

  /** Prints text in a style of picocli's markup ("bold", "fg(green)"), cut into lines. */
  public void paragraph(String style, int indent, String text) {
    for (String line : wrap(text, width - indent)) {
      out.print(" ".repeat(indent));
      println(style, line);
    }
  }

  /** Prints a label with text beside it, the text's further lines below its first. */
  public void labelled(String style, String label, int indent, int column, String text) {
    List<String> lines = wrap(text, width - column);
    out.print(" ".repeat(indent));
    print(style, label);
    int used = indent + label.codePointCount(0, label.length());
    if (used >= column) {
      out.println();
      used = 0;
    }
    out.print(" ".repeat(column - used));
    out.println(String.join("\n" + " ".repeat(column), lines));
  }

  /** Prints text whose parts have styles of their own, cut into lines. */
  public void styled(int indent, StyledText text) {
    for (List<StyledText.Run> line : text.wrap(width - indent)) {
      out.print(" ".repeat(indent));
      for (StyledText.Run run : line) {
        print(run.style(), run.text());
      }
      out.println();
    }
  }

  private void println(String style, String text) {
    print(style, text);
    out.println();
  }

  private void print(String style, String text) {
    if (style.isEmpty()) {
      out.print(text);
      return;
    }
    // Not through picocli's parser: the text is an article's, and may itself look like markup.
    String on = ansi.string("@|" + style + " \u0001|@");
    out.print(on.replace("\u0001", text));
  }

  /** Cuts text into lines of at most that many code points, at white space where it can. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String rest = word;
      if (!line.isEmpty() && length(line) + 1 + length(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (length(rest) > width) {
        int cut = rest.offsetByCodePoints(0, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}

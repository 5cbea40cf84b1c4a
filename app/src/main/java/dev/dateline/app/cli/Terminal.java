package dev.dateline.app.cli;

import dev.dateline.app.print.Page;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * What the launcher found out about the terminal, in the property {@code dateline.terminal}: {@code
 * out} where standard output is one, {@code err} where standard error is, separated by a comma.
 *
 * <p>Java itself cannot tell the two apart, and says different things in different versions.
 */
public final class Terminal {

  private static final String PROPERTY = "dateline.terminal";

  private Terminal() {}

  /** Tells whether a person watches standard error. */
  public static boolean isErr() {
    return holds("err");
  }

  /** Returns colour where a person watches standard output and has not asked for none. */
  static Ansi ansi() {
    return holds("out") && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF;
  }

  /** Returns a page as wide as the terminal, in colour where that is wanted. */
  static Page page(PrintWriter out) {
    return new Page(out, ansi(), Page.widthOf(System.getenv().getOrDefault("COLUMNS", "")));
  }

  private static boolean holds(String word) {
    return List.of(System.getProperty(PROPERTY, "").split(",", -1)).contains(word);
  }
}

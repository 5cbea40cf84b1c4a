package dev.dateline.enrich.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads the tables of this package: lines of cells parted by tabs, "#" opens a remark. */
final class Tables {

  private Tables() {}

  /**
   * One line of a table.
   *
   * @param table file name
   * @param line number, from 1
   * @param cells what stands in it
   */
  record Row(String table, int line, List<String> cells) {

    /** Returns one cell. */
    String cell(int column) {
      return cells.get(column);
    }

    /** Returns the words of one cell. */
    List<String> words(int column) {
      return List.of(cells.get(column).split(" +", -1));
    }

    /** Makes the error that names the line. */
    IllegalStateException error(String what) {
      return new IllegalStateException("reading " + table + ": line " + line + ": " + what);
    }
  }

  /** Reads a table of exactly so many columns. */
  static List<Row> read(String name, int columns) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("reading " + name + ": not on the class path");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), columns);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }

  /** Parses a table of exactly so many columns. */
  static List<Row> parse(String name, String content, int columns) {
    List<Row> rows = new ArrayList<>();
    String[] lines = content.split("\r?\n", -1);
    for (int number = 1; number <= lines.length; number++) {
      String line = lines[number - 1];
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Row row = new Row(name, number, List.of(line.split("\t", -1)));
      if (row.cells().size() != columns) {
        throw row.error(columns + " columns expected, found " + row.cells().size());
      }
      rows.add(row);
    }
    return rows;
  }

  /** Reads a table of named word lists: the name, a tab, the words. */
  static Set<String> words(String name, String list) {
    Set<String> words = new TreeSet<>();
    for (Row row : read(name, 2)) {
      if (row.cell(0).equals(list)) {
        words.addAll(row.words(1));
      }
    }
    if (words.isEmpty()) {
      throw new IllegalStateException(
          "reading " + name + ": no list \"" + list.toLowerCase(Locale.ROOT) + "\"");
    }
    return Set.copyOf(words);
  }
}

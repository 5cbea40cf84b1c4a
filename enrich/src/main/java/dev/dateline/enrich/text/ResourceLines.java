package dev.dateline.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the tables and word lists that stand beside the classes that use them.
 *
 * <p>UTF-8; a line that is blank or opens with {@code #} is a remark. Thread-safe.
 */
public final class ResourceLines {

  private ResourceLines() {}

  /**
   * Returns the lines that are not remarks, trailing white space removed.
   *
   * @param owner the class beside which the file stands
   * @param name the file's name
   * @throws IllegalStateException when the file is not on the class path
   */
  public static List<String> read(Class<?> owner, String name) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "reading resource " + name + " of " + owner.getName() + ": not on the class path");
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .map(String::stripTrailing)
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading resource " + name, e);
    }
  }

  /**
   * Returns the lines of a table, each split at tabulators.
   *
   * @param columns how many columns each line has; missing ones at the end are empty
   * @throws IllegalStateException when a line has more
   */
  public static List<List<String>> readTable(Class<?> owner, String name, int columns) {
    return read(owner, name).stream().map(line -> split(name, line, columns)).toList();
  }

  private static List<String> split(String name, String line, int columns) {
    String[] cells = line.split("\t", -1);
    if (cells.length > columns) {
      throw new IllegalStateException(
          "reading resource " + name + ": more than " + columns + " columns: \"" + line + "\"");
    }
    String[] row = new String[columns];
    for (int i = 0; i < columns; i++) {
      row[i] = i < cells.length ? cells[i].strip() : "";
    }
    return List.of(row);
  }
}

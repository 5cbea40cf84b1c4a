package dev.dateline.enrich.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tab-separated tables of this package's resources. */
final class Table {

  private Table() {}

  /**
   * Returns the rows, comments and empty lines left out, each padded with empty cells.
   *
   * @throws IllegalStateException if the resource is missing or a row has too many cells
   */
  static List<String[]> rows(String resource, int columns) {
    List<String[]> rows = new ArrayList<>();
    for (String line : lines(resource)) {
      String[] cells = line.split("\t", -1);
      if (cells.length > columns) {
        throw new IllegalStateException(
            "reading " + resource + ": more than " + columns + " columns: \"" + line + "\"");
      }
      String[] row = new String[columns];
      for (int i = 0; i < columns; i++) {
        row[i] = i < cells.length ? cells[i].strip() : "";
      }
      rows.add(row);
    }
    return rows;
  }

  /** Returns the lines, comments and empty lines left out. */
  static List<String> lines(String resource) {
    List<String> lines = new ArrayList<>();
    try (InputStream in = Table.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("reading " + resource + ": no such resource");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("reading " + resource + ": " + e.getMessage(), e);
    }
    return lines;
  }

  /** Splits a cell that holds several values parted by ";". */
  static List<String> values(String cell) {
    List<String> values = new ArrayList<>();
    for (String value : cell.split(";", -1)) {
      if (!value.isBlank()) {
        values.add(value.strip());
      }
    }
    return values;
  }
}

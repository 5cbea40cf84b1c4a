package dev.dateline.enrich.names.variants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of this package: tab-separated lines, {@code #} opens a comment. */
final class Table {

  private Table() {}

  /** Returns the rows of a resource of this package. */
  static List<List<String>> resource(String name) {
    try (InputStream stream = Table.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("loading name variants: no resource " + name);
      }
      return rows(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("loading name variants: " + name, e);
    }
  }

  /** Returns the rows of a text, each with at least one cell. */
  static List<List<String>> rows(BufferedReader reader) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String line;
    while ((line = reader.readLine()) != null) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
          cells.add(cell.strip());
        }
        rows.add(List.copyOf(cells));
      }
    }
    return rows;
  }
}

package dev.dateline.ledger.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the matcher's tables from the class path. */
final class Tables {
  private Tables() {}

  /** The lines of a table without comments and blank lines; {@code .gz} is unpacked. */
  static List<String> lines(String name) {
    try (InputStream stream = Tables.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "loading the matcher's table " + name + ": not on the class path");
      }
      InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
        return reader
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("# ") && !line.equals("#"))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("loading the matcher's table " + name, e);
    }
  }

  /** Splits a line at its bars, trimmed, empty columns kept. */
  static List<String> columns(String line) {
    return List.of(line.split("\\|", -1)).stream().map(String::trim).toList();
  }

  /** Splits a column at its commas, trimmed, empty entries dropped. */
  static List<String> entries(String column) {
    return List.of(column.split(",", -1)).stream()
        .map(String::trim)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }
}

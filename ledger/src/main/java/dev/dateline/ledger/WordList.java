package dev.dateline.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Reads a resource of words: one a line, empty lines and those with # left out. */
final class WordList {

  private WordList() {}

  /** Returns the words of the resource beside this class. */
  static Set<String> of(String resource) {
    return Set.copyOf(linesOf(resource));
  }

  /** Returns the lines of the resource beside this class, in their order. */
  static List<String> linesOf(String resource) {
    InputStream in = WordList.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("reading the word list " + resource + ": it is missing");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the word list " + resource, e);
    }
  }
}

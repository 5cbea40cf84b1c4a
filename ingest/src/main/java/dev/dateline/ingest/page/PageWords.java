package dev.dateline.ingest.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The table {@code page-words.tsv}: what the names of elements and the openings of lines tell. */
enum PageWords {
  UNLIKELY,
  MAYBE,
  GOOD,
  BAD,
  EXTRA,
  LINE,
  LAST,
  PAYWALL,
  CONSENT;

  private static final Map<PageWords, Pattern> PATTERNS = read();

  /** Tells whether one of the words stands in the element's class, id or role. */
  boolean name(Element element) {
    String names = element.className() + " " + element.id() + " " + element.attr("role");
    return names.length() > 2 && pattern().matcher(names.toLowerCase(Locale.ROOT)).find();
  }

  /** Tells whether one of the words stands in the name. */
  boolean isIn(String name) {
    return !name.isEmpty() && pattern().matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /** Tells whether the paragraph opens with one of them. */
  boolean opens(String paragraph) {
    return pattern().matcher(paragraph.toLowerCase(Locale.ROOT)).lookingAt();
  }

  private Pattern pattern() {
    return Objects.requireNonNull(PATTERNS.get(this), name());
  }

  private static Map<PageWords, Pattern> read() {
    try (InputStream table =
            Objects.requireNonNull(
                PageWords.class.getResourceAsStream("page-words.tsv"), "page-words.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      Map<PageWords, String> words =
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .collect(
                  Collectors.toMap(
                      columns -> PageWords.valueOf(columns[0]),
                      columns -> columns[1],
                      (one, other) -> one + "|" + other));
      Map<PageWords, Pattern> patterns = new EnumMap<>(PageWords.class);
      words.forEach((list, pattern) -> patterns.put(list, Pattern.compile(pattern)));
      return patterns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

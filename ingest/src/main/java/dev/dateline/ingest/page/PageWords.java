package dev.dateline.ingest.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
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

  private static final Pattern PLAIN = Pattern.compile("[a-z0-9 :-]+");
  private static final Pattern NONE = Pattern.compile("(?!)");
  private static final Map<PageWords, Words> WORDS = read();

  /** A list's plain words, which one pass finds, and its other expressions. */
  private record Words(WordFinder plain, Pattern others) {

    static Words of(List<String> rows) {
      List<String> plain = rows.stream().filter(row -> PLAIN.matcher(row).matches()).toList();
      String others =
          rows.stream().filter(row -> !plain.contains(row)).collect(Collectors.joining("|"));
      return new Words(new WordFinder(plain), others.isEmpty() ? NONE : Pattern.compile(others));
    }

    WordFinder plainAlone() {
      if (!others.equals(NONE)) {
        throw new IllegalStateException("page-words.tsv: names take plain words, not " + others);
      }
      return plain;
    }

    boolean areIn(String text) {
      return plain.isIn(text) || (!others.equals(NONE) && others.matcher(text).find());
    }

    boolean open(String text) {
      return plain.opens(text) || others.matcher(text).lookingAt();
    }
  }

  /** Tells whether one of the words stands in the element's class, id or role. */
  boolean name(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    return areNames(List.of(element.className(), element.id(), element.attr("role")));
  }

  /** Tells whether one of the words stands in the names, between which are spaces. */
  boolean isName(String names) {
    return !names.isEmpty() && areNames(List.of(names));
  }

  private boolean areNames(List<String> names) {
    WordFinder words = words().plainAlone();
    int place = words.next(WordFinder.START, " ");
    for (String name : names) {
      place = words.next(words.next(place, name), " ");
    }
    return place == WordFinder.FOUND;
  }

  /** Tells whether one of the words stands in the text. */
  boolean isIn(String text) {
    return words().areIn(text.toLowerCase(Locale.ROOT));
  }

  /** Tells whether the paragraph opens with one of them. */
  boolean opens(String paragraph) {
    return words().open(paragraph.toLowerCase(Locale.ROOT));
  }

  private Words words() {
    return Objects.requireNonNull(WORDS.get(this), name());
  }

  private static Map<PageWords, Words> read() {
    try (InputStream table =
            Objects.requireNonNull(
                PageWords.class.getResourceAsStream("page-words.tsv"), "page-words.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      Map<PageWords, List<String>> rows =
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .collect(
                  Collectors.groupingBy(
                      columns -> PageWords.valueOf(columns[0]),
                      Collectors.mapping(columns -> columns[1], Collectors.toList())));
      Map<PageWords, Words> words = new EnumMap<>(PageWords.class);
      rows.forEach((list, expressions) -> words.put(list, Words.of(expressions)));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

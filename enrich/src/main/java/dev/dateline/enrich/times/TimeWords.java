package dev.dateline.enrich.times;

import dev.dateline.enrich.text.Normalizer;
import dev.dateline.enrich.text.ResourceLines;
import dev.dateline.enrich.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a token can mean in a time expression, from {@code time-words.tsv}. Immutable. */
final class TimeWords {

  /** Longer tokens are never part of a time. */
  private static final int LONGEST = 32;

  private record Entry(
      int classes, int number, String value, boolean capital, List<TimeForm> forms) {}

  private final Map<String, Entry> entries;

  private TimeWords(Map<String, Entry> entries) {
    this.entries = entries;
  }

  static TimeWords load(Map<String, List<TimeForm>> formsByWord) {
    Map<String, Entry> entries = new HashMap<>();
    for (List<String> row : ResourceLines.readTable(TimeWords.class, "time-words.tsv", 4)) {
      TimeClass timeClass = TimeClass.valueOf(row.get(1));
      entries.put(
          row.get(0),
          new Entry(
              timeClass.bit(),
              number(row.get(2)),
              row.get(2),
              "CAPITAL".equals(row.get(3)),
              formsByWord.getOrDefault(row.get(0), List.of())));
    }
    formsByWord.forEach(
        (word, forms) -> entries.putIfAbsent(word, new Entry(0, 0, "", false, forms)));
    return new TimeWords(Map.copyOf(entries));
  }

  private static int number(String value) {
    return value.isEmpty() || Character.isLetter(value.charAt(0)) ? 0 : Integer.parseInt(value);
  }

  /** Returns the token with its meanings. */
  TimeToken read(Token token) {
    String text = token.text();
    if (text.length() > LONGEST) {
      return TimeToken.plain(token, "");
    }
    String word = word(text);
    char first = word.charAt(0);
    if (first >= '0' && first <= '9') {
      TimeToken shaped = NumberShapes.read(token, word);
      Entry forms = entries.get(word);
      return forms == null || shaped == null
          ? (shaped == null ? TimeToken.plain(token, word) : shaped)
          : new TimeToken(token, word, shaped.classes(), shaped.number(), "", forms.forms());
    }
    if (first == '\'' && word.length() > 2 && Character.isDigit(word.charAt(1))) {
      TimeToken shaped = NumberShapes.readApostrophe(token, word);
      return shaped == null ? TimeToken.plain(token, word) : shaped;
    }
    return lookUp(token, word, entries.get(word));
  }

  private static TimeToken lookUp(Token token, String word, @Nullable Entry entry) {
    if (entry == null) {
      return TimeToken.plain(token, word);
    }
    if (entry.capital && !Character.isUpperCase(token.text().charAt(0))) {
      return new TimeToken(token, word, 0, 0, "", entry.forms);
    }
    return new TimeToken(token, word, entry.classes, entry.number, entry.value, entry.forms);
  }

  static String word(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    if (plain) {
      return text;
    }
    String word = Normalizer.normalize(text).toLowerCase(Locale.ROOT);
    if (word.length() > 1 && word.endsWith(".") && Character.isLetter(word.charAt(0))) {
      word = word.substring(0, word.length() - 1);
    }
    return word.isEmpty() ? text : word;
  }
}

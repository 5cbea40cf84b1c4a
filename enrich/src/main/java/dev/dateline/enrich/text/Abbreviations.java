package dev.dateline.enrich.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that keep their full stop, from {@code abbreviations.tsv}. Immutable. */
final class Abbreviations {

  /** Whether an abbreviation can end a sentence. */
  enum Kind {
    /** Stands before a name, so never ends a sentence. */
    BEFORE,
    /** Is an abbreviation only before a number. */
    NUMBER,
    /** May end a sentence. */
    INSIDE
  }

  private static final int LONGEST = 8;

  private final Map<String, Kind> kinds;

  private Abbreviations(Map<String, Kind> kinds) {
    this.kinds = kinds;
  }

  static Abbreviations load() {
    Map<String, Kind> kinds = new HashMap<>();
    for (List<String> row : ResourceLines.readTable(Abbreviations.class, "abbreviations.tsv", 2)) {
      kinds.put(row.get(0), Kind.valueOf(row.get(1)));
      kinds.putIfAbsent(row.get(0).toUpperCase(Locale.ROOT), Kind.valueOf(row.get(1)));
    }
    // In capitals these are words of a headline or initialisms, not abbreviations.
    List.of("NO", "ART", "SEC", "DEC", "MAR", "CO", "ILL", "IND", "DEL", "LA", "MO", "MIN", "AL")
        .forEach(kinds::remove);
    return new Abbreviations(Map.copyOf(kinds));
  }

  /** Returns the kind of the word before a full stop; null when it is no abbreviation. */
  @Nullable Kind of(CharSequence text, int start, int end) {
    if (end - start > LONGEST || end == start) {
      return null;
    }
    String word = text.subSequence(start, end).toString();
    Kind kind = kinds.get(word);
    if (kind != null) {
      return kind;
    }
    return isInitialism(word) ? Kind.INSIDE : null;
  }

  /** Tells whether it is single letters with full stops between them, "U.S" or "a.m". */
  static boolean isInitialism(CharSequence word) {
    if (word.length() < 3 || word.length() % 2 == 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return true;
  }
}

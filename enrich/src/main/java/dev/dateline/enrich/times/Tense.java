package dev.dateline.enrich.times;

import dev.dateline.enrich.text.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what a sentence tells lies behind or ahead of its telling. */
enum Tense {
  PAST,
  FUTURE,
  UNKNOWN;

  private static final int REACH = 40;
  private static final Map<String, Tense> WORDS = loadWords();
  private static final Set<String> PAST_FORMS =
      Set.copyOf(ResourceLines.read(Tense.class, "past-forms.txt"));

  private static Map<String, Tense> loadWords() {
    Map<String, Tense> words = new HashMap<>();
    for (List<String> row : ResourceLines.readTable(Tense.class, "tense-words.tsv", 2)) {
      words.put(row.get(0), Tense.valueOf(row.get(1)));
    }
    return Map.copyOf(words);
  }

  /**
   * Returns the tense at a match: that of the nearest verb before it in its sentence, else of the
   * nearest one behind it.
   */
  static Tense at(List<TimeToken> tokens, int start, int end) {
    for (int i = start - 1; i >= 0 && start - i <= REACH; i--) {
      if (tokens.get(i).word().equals(";")) {
        break;
      }
      Tense tense = of(tokens, i);
      if (tense != UNKNOWN) {
        return tense;
      }
    }
    for (int i = end; i < tokens.size() && i - end <= REACH; i++) {
      Tense tense = of(tokens, i);
      if (tense != UNKNOWN) {
        return tense;
      }
    }
    return UNKNOWN;
  }

  private static Tense of(List<TimeToken> tokens, int i) {
    String word = tokens.get(i).word();
    String pos = tokens.get(i).token().pos();
    String before = i > 0 ? tokens.get(i - 1).word() : "";
    String after = i + 1 < tokens.size() ? tokens.get(i + 1).word() : "";
    if (word.equals("set") && (after.equals("to") || after.equals("for"))) {
      return FUTURE;
    }
    if ((word.equals("is") || word.equals("are")) && after.equals("to")) {
      return FUTURE;
    }
    Tense told = WORDS.get(word);
    if (told != null) {
      return told;
    }
    if (!pos.equals("VERB") && !pos.equals("AUX")) {
      return UNKNOWN;
    }
    boolean past = word.endsWith("ed") || PAST_FORMS.contains(word);
    boolean infinite = before.equals("be") || before.equals("to") || before.equals("been");
    return past && !infinite ? PAST : UNKNOWN;
  }
}

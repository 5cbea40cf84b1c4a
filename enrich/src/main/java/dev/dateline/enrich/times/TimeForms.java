package dev.dateline.enrich.times;

import dev.dateline.enrich.text.ResourceLines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The forms of {@code time-patterns.tsv}, found by the word they open with. Immutable. */
final class TimeForms {

  private final Map<String, List<TimeForm>> byWord = new HashMap<>();
  private final Map<TimeClass, List<TimeForm>> byClass = new EnumMap<>(TimeClass.class);

  private TimeForms() {}

  static TimeForms load() {
    TimeForms forms = new TimeForms();
    int order = 0;
    for (List<String> row : ResourceLines.readTable(TimeForms.class, "time-patterns.tsv", 5)) {
      forms.add(TimeForm.parse(order, row));
      order++;
    }
    return forms;
  }

  private void add(TimeForm form) {
    for (TimeForm.Element element : form.elements()) {
      for (String word : element.words()) {
        byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(form);
      }
      for (TimeClass timeClass : TimeClass.values()) {
        if ((element.classes() & timeClass.bit()) != 0) {
          byClass.computeIfAbsent(timeClass, key -> new ArrayList<>()).add(form);
        }
      }
      if (!element.optional()) {
        return;
      }
    }
  }

  /** Returns the forms that open with each word. */
  Map<String, List<TimeForm>> byWord() {
    return byWord;
  }

  /** Returns every form that stands at a token, in the order of the table. */
  List<TimeMatch> matchesAt(List<TimeToken> tokens, int start) {
    TimeToken token = tokens.get(start);
    if (token.classes() == 0 && token.forms().isEmpty()) {
      return List.of();
    }
    List<TimeMatch> matches = new ArrayList<>();
    collect(token.forms(), tokens, start, matches);
    for (Map.Entry<TimeClass, List<TimeForm>> entry : byClass.entrySet()) {
      if (token.is(entry.getKey())) {
        collect(entry.getValue(), tokens, start, matches);
      }
    }
    return matches;
  }

  private static void collect(
      List<TimeForm> forms, List<TimeToken> tokens, int start, List<TimeMatch> matches) {
    for (TimeForm form : forms) {
      TimeMatch match = form.matchAt(tokens, start);
      if (match != null) {
        matches.add(match);
      }
    }
  }
}

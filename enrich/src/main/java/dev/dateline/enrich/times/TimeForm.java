package dev.dateline.enrich.times;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code time-patterns.tsv}: a form of words and what it means.
 *
 * @param order its place in the table
 * @param rule its name
 * @param elements what it is made of
 * @param meaning what it means
 * @param argument the meaning's argument; empty when it has none
 * @param guard the condition on the words around it
 */
record TimeForm(
    int order,
    String rule,
    List<Element> elements,
    TimeMeaning meaning,
    String argument,
    TimeGuard guard) {

  /**
   * One place of a form.
   *
   * @param words the words that may stand here
   * @param classes the bits of the classes that may stand here
   * @param optional whether it may be missing
   */
  record Element(Set<String> words, int classes, boolean optional) {

    boolean accepts(TimeToken token) {
      return (classes & token.classes()) != 0 || words.contains(token.word());
    }
  }

  static TimeForm parse(int order, List<String> row) {
    List<Element> elements = new ArrayList<>();
    for (String part : row.get(1).split(" ", -1)) {
      elements.add(element(part));
    }
    String[] meaning = row.get(2).split(" ", -1);
    return new TimeForm(
        order,
        row.get(0),
        List.copyOf(elements),
        TimeMeaning.valueOf(meaning[0]),
        meaning.length > 1 ? meaning[1] : "",
        row.get(3).isEmpty() ? TimeGuard.NONE : TimeGuard.valueOf(row.get(3)));
  }

  private static Element element(String part) {
    boolean optional = part.length() > 2 && part.startsWith("[") && part.endsWith("]");
    String alternatives = optional ? part.substring(1, part.length() - 1) : part;
    Set<String> words = new HashSet<>();
    int classes = 0;
    for (String alternative : alternatives.split("\\|", -1)) {
      if (Character.isUpperCase(alternative.charAt(0))) {
        classes |= TimeClass.valueOf(alternative).bit();
      } else {
        words.add(alternative);
      }
    }
    return new Element(Set.copyOf(words), classes, optional);
  }

  int number() {
    return argument.isEmpty() ? 0 : Integer.parseInt(argument);
  }

  /** Returns the match of this form at a token; null when it does not stand there. */
  @Nullable TimeMatch matchAt(List<TimeToken> tokens, int start) {
    TimeMatch match = new TimeMatch(this, tokens, start);
    return match(tokens, start, 0, match) ? match : null;
  }

  private boolean match(List<TimeToken> tokens, int index, int element, TimeMatch match) {
    if (element == elements.size()) {
      match.end = index;
      return true;
    }
    Element next = elements.get(element);
    if (index < tokens.size() && next.accepts(tokens.get(index))) {
      int mark = match.bind(index, next.classes());
      if (match(tokens, index + 1, element + 1, match)) {
        return true;
      }
      match.unbind(mark);
    }
    return next.optional() && match(tokens, index, element + 1, match);
  }
}

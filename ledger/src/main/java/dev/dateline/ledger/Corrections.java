package dev.dateline.ledger;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells the claims that an outlet states only to say that they were wrong: "Earlier we reported
 * that …. This was wrong."
 *
 * <p>The forms are the table {@code corrections.txt}. A claim is corrected when what stands around
 * it in the article names an earlier report, and its own sentence or the next one says that it was
 * wrong. Thread-safe.
 */
final class Corrections {

  private enum Form {
    /** Speaks of what the outlet reported before. */
    REPORTED,
    /** Says that it was wrong. */
    WRONG
  }

  /** How far beyond a claim's sentence its correction may stand, in characters. */
  private static final int REACH = 160;

  private static final Map<Form, Pattern> FORMS = forms();

  private Corrections() {}

  /** Returns whether the article takes that claim of its own back. */
  static boolean corrects(Claim claim, ArticleText article) {
    String text = article.text();
    List<Span> content = claim.getContent();
    int first = content.get(0).getStart();
    int last = content.get(content.size() - 1).getEnd();
    Span sentence = claim.getSentence();
    int from = article.index(sentence == null ? first : Math.min(first, sentence.getStart()));
    int to = article.index(sentence == null ? last : Math.max(last, sentence.getEnd()));
    String around = text.substring(from, to);
    if (!found(Form.REPORTED, around)) {
      return false;
    }
    String own =
        text.substring(from, article.index(first)) + " " + text.substring(article.index(last), to);
    return found(Form.WRONG, own) || found(Form.WRONG, next(text, to));
  }

  /** The sentence after a position, as far as the reach goes. */
  private static String next(String text, int from) {
    int to = Math.min(text.length(), from + REACH);
    String after = text.substring(from, to);
    int start = 0;
    while (start < after.length() && !Character.isLetterOrDigit(after.charAt(start))) {
      start++;
    }
    int stop = after.indexOf(". ", start);
    return stop < 0 ? after : after.substring(0, stop);
  }

  private static boolean found(Form form, String text) {
    Pattern pattern = FORMS.get(form);
    return pattern != null && pattern.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  private static Map<Form, Pattern> forms() {
    Map<Form, StringBuilder> alternatives = new EnumMap<>(Form.class);
    for (String line : WordList.linesOf("corrections.txt")) {
      String[] columns = line.split("\\|", 2);
      alternatives
          .computeIfAbsent(
              Form.valueOf(columns[0].strip().toUpperCase(Locale.ROOT)),
              form -> new StringBuilder())
          .append("|")
          .append(columns[1].strip());
    }
    Map<Form, Pattern> forms = new EnumMap<>(Form.class);
    alternatives.forEach(
        (form, pattern) ->
            forms.put(form, Pattern.compile("\\b(?:" + pattern.substring(1) + ")\\b")));
    return forms;
  }
}

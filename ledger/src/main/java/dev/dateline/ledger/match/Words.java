package dev.dateline.ledger.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Splits content into words and folds their forms: accents, case, irregular forms, endings
 * (Porter's stemmer).
 */
final class Words {
  /** No-break and thin spaces, which part thousands, for a class of characters. */
  static final String NARROW_SPACES = "\\u00A0\\u2009\\u202F";

  /** What stands behind a month is a day, whatever number comes next. */
  private static final String NO_DAY =
      "(?<!(?:January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.? )";

  /** Thousands may be parted by spaces; by plain ones only before 000, for 12 500 may be two. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\p{L}\\.(?:\\p{L}\\.)+"
              + "|"
              + NO_DAY
              + "\\d{1,3}(?:(?:["
              + NARROW_SPACES
              + "]\\d{3}){1,4}|(?: \\d{3}){0,3} 000)(?!\\d)"
              + "|\\d+(?:[.,:]\\d+)*"
              + "|km/h"
              + "|[\\p{L}\\p{M}]+?(?=n['’]t\\b)"
              + "|n['’]t\\b"
              + "|['’]s\\b"
              + "|[\\p{L}\\p{M}]+(?:['’](?!s\\b)[\\p{L}\\p{M}]+)*"
              + "|[%$€£¥₹]"
              + "|[.,;:!?()–—]");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, String> BASE_BY_FORM = irregular();

  private Words() {}

  /** One token: its surface, its folded lower case, and where it starts. */
  record Word(String surface, String lower, int start) {}

  private static Map<String, String> irregular() {
    Map<String, String> base = new HashMap<>();
    for (String line : Tables.lines("irregular.txt")) {
      List<String> columns = Tables.columns(line);
      for (String form : Tables.entries(columns.get(1))) {
        base.put(form, columns.get(0));
      }
    }
    return base;
  }

  static List<Word> split(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), fold(matcher.group()), matcher.start()));
    }
    return words;
  }

  /** Lower case without accents. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    boolean plain = true;
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 127) {
        plain = false;
        break;
      }
    }
    if (plain) {
      return lower;
    }
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('ı', 'i')
        .replace('ł', 'l')
        .replace('ø', 'o')
        .replace('đ', 'd')
        .replace("ß", "ss")
        .replace("æ", "ae");
  }

  static boolean isWord(String lower) {
    return lower.length() > 1 && Character.isLetter(lower.charAt(0));
  }

  static String stem(String lower) {
    String base = BASE_BY_FORM.getOrDefault(lower, lower);
    // A stemmer holds a buffer and is not thread-safe.
    return new PorterStemmer().stem(base);
  }
}

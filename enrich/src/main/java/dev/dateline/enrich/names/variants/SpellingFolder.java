package dev.dateline.enrich.names.variants;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Folds the spellings of one word into one, after {@code folding.tsv}. Thread-safe.
 *
 * <p>It remembers the words of late: an article names the same again and again, and so do those
 * after it.
 */
public final class SpellingFolder {

  /** What parts the words of a name. */
  static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\-–/\u00a0]+");

  private static final String ANY = "any";
  private static final int MOST_REMEMBERED = 20_000;

  /** What is longer is hardly a word, and would take memory that no other use of it pays for. */
  private static final int LONGEST_REMEMBERED = 64;

  private final List<FoldingRule> rules = new ArrayList<>();
  private final Map<String, List<SpellingMark>> marks = new HashMap<>();
  private final Cache<String, String> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /** Makes a folder with the bundled tables. */
  public SpellingFolder() {
    for (List<String> row : Table.resource("folding.tsv")) {
      rules.add(new FoldingRule(row.get(0), row.get(1), row.get(2)));
    }
    for (List<String> row : Table.resource("spelling-habits.tsv")) {
      marks.put(row.get(0), row.subList(1, row.size()).stream().map(SpellingMark::new).toList());
    }
  }

  /** Returns the folded word: small letters without accents; empty if it holds no letter. */
  String fold(String word) {
    return word.length() > LONGEST_REMEMBERED
        ? byItsHabits(word)
        : remembered.get(word, this::byItsHabits);
  }

  private String byItsHabits(String word) {
    String plain = plain(word);
    return fold(plain, habits(plain));
  }

  /**
   * Returns the word folded by the rules of a habit, whether it shows the habit or not; empty if it
   * holds no letter.
   *
   * @param habit as in {@code spelling-habits.tsv}
   */
  public String fold(String word, String habit) {
    return fold(plain(word), Set.of(ANY, habit));
  }

  private String fold(String plain, Set<String> habits) {
    String folded = plain;
    for (FoldingRule rule : rules) {
      if (habits.contains(rule.scope())) {
        folded = rule.apply(folded);
      }
    }
    return single(folded);
  }

  /** Returns a word in small letters and digits, without accents and marks. */
  static String plain(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      if (Character.isLetterOrDigit(apart.charAt(i))) {
        out.append(apart.charAt(i));
      }
    }
    return out.toString();
  }

  private Set<String> habits(String plain) {
    Set<String> habits = new HashSet<>();
    habits.add(ANY);
    for (Map.Entry<String, List<SpellingMark>> habit : marks.entrySet()) {
      for (SpellingMark mark : habit.getValue()) {
        if (mark.isIn(plain)) {
          habits.add(habit.getKey());
          break;
        }
      }
    }
    return habits;
  }

  private static String single(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      boolean digit = Character.isDigit(letter);
      if (digit || out.length() == 0 || out.charAt(out.length() - 1) != letter) {
        out.append(letter);
      }
    }
    return out.toString();
  }
}

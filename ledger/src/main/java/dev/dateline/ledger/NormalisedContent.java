package dev.dateline.ledger;

import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.avro.Claim;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Folds what two wordings of one statement may differ in without saying another thing: case,
 * accents, punctuation, determiners and white space. Thread-safe.
 */
public final class NormalisedContent {

  private static final Set<String> DETERMINERS = WordList.of("determiners.txt");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`´]");
  private static final Pattern GROUPING = Pattern.compile("(?<=\\p{Nd}),(?=\\p{Nd}{3})");

  /** No-break and thin spaces between groups of three digits. */
  private static final Pattern NARROW_GROUPING =
      Pattern.compile(
          "(?<=(?<![\\p{Nd}.,])\\p{Nd}{1,3})[\\u00A0\\u2009\\u202F](?=\\p{Nd}{3}(?!\\p{Nd}))");

  private static final Pattern NOT_WORDS =
      Pattern.compile("(?<!\\p{Nd})[.,](?=\\p{Nd})|[.,](?!\\p{Nd})|[^\\p{L}\\p{N}.,%$€£]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private NormalisedContent() {}

  /** Returns the content of the claim as its author has it: its stretches joined by a space. */
  public static String wordsOf(Claim claim) {
    return ClaimTexts.content(claim, " ");
  }

  /**
   * Returns the folded text: words parted by single spaces; the text itself, in lower case, where
   * nothing of it is a word.
   */
  public static String of(String text) {
    // Before the normal form makes plain spaces of them.
    String folded = NARROW_GROUPING.matcher(text).replaceAll("");
    folded = MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD)).replaceAll("");
    folded = folded.toLowerCase(Locale.ROOT);
    folded = GROUPING.matcher(folded).replaceAll("");
    folded = APOSTROPHES.matcher(folded).replaceAll("");
    folded = NOT_WORDS.matcher(folded).replaceAll(" ").strip();
    if (folded.isEmpty()) {
      return text.strip().toLowerCase(Locale.ROOT);
    }
    return String.join(" ", significant(List.of(SPACES.split(folded))));
  }

  private static List<String> significant(List<String> words) {
    List<String> kept = new ArrayList<>(words);
    kept.removeIf(DETERMINERS::contains);
    return kept.isEmpty() ? words : kept;
  }
}

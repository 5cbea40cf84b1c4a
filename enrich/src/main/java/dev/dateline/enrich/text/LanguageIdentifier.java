package dev.dateline.enrich.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of an article from its title and the opening of its text.
 *
 * <p>English is told by its own frequent words, which is cheap; only a text without enough of them
 * goes to Apache OpenNLP's detector, whose model is loaded when it is first needed. Thread-safe.
 */
public final class LanguageIdentifier {

  /** The language of a text that holds no words, or none that tell. */
  public static final String UNDETERMINED = "und";

  /** The language the annotator understands. */
  public static final String ENGLISH = "en";

  private static final String MODEL = "/langdetect-183.bin";
  private static final int PREFIX = 2_000;
  private static final int ENOUGH_WORDS = 8;
  private static final double ENGLISH_SHARE = 0.15;

  /** The detector is trusted when its first guess outweighs its second by this factor. */
  private static final double SURE = 1.5;

  private static final double MAINLY = 0.9;
  private static final int SHORT_TEXT = 120;

  private final Set<String> englishWords;
  private @Nullable LanguageDetectorModel model;

  private LanguageIdentifier(Set<String> englishWords) {
    this.englishWords = englishWords;
  }

  /** Loads the word list; the model is loaded later. */
  public static LanguageIdentifier load() {
    return new LanguageIdentifier(
        Set.copyOf(ResourceLines.read(LanguageIdentifier.class, "english-words.txt")));
  }

  /**
   * Returns the language, ISO 639-1 where it has such a code, else ISO 639-3; {@link #UNDETERMINED}
   * when it cannot be told.
   */
  public String identify(@Nullable String title, String text) {
    String prefix = prefix(text);
    String sample = title == null ? prefix : title + "\n" + prefix;
    Counts counts = count(sample);
    if (counts.letters == 0) {
      return UNDETERMINED;
    }
    if (counts.words >= ENOUGH_WORDS
        && counts.english >= ENGLISH_SHARE * counts.words
        && counts.distinct.size() >= 3) {
      return ENGLISH;
    }
    return detect(sample, counts);
  }

  private static String prefix(String text) {
    if (text.length() <= PREFIX) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(PREFIX - 1)) ? PREFIX - 1 : PREFIX);
  }

  private String detect(String sample, Counts counts) {
    Language[] guesses = new LanguageDetectorME(model()).predictLanguages(sample);
    Language best = guesses[0];
    boolean sure = best.getConfidence() >= SURE * guesses[1].getConfidence();
    boolean plainLatin = counts.plainLetters >= MAINLY * counts.letters;
    if (plainLatin && !sure) {
      boolean couldBeEnglish = counts.letters <= SHORT_TEXT || !counts.distinct.isEmpty();
      return couldBeEnglish ? ENGLISH : UNDETERMINED;
    }
    return shortCode(best.getLang());
  }

  private static String shortCode(String code) {
    for (String language : Locale.getISOLanguages()) {
      if (Locale.forLanguageTag(language).getISO3Language().equals(code)) {
        return language;
      }
    }
    // The detector tells Mandarin from other kinds of Chinese; ISO 639-1 does not.
    return "cmn".equals(code) ? "zh" : code;
  }

  private synchronized LanguageDetectorModel model() {
    LanguageDetectorModel known = model;
    if (known == null) {
      known = loadModel();
      model = known;
    }
    return known;
  }

  private static LanguageDetectorModel loadModel() {
    try (InputStream stream = LanguageIdentifier.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new IllegalStateException(
            "loading the language model " + MODEL + ": not on the class path");
      }
      return new LanguageDetectorModel(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("loading the language model " + MODEL, e);
    }
  }

  private Counts count(String sample) {
    Counts counts = new Counts();
    int i = 0;
    while (i < sample.length()) {
      int stop = i;
      while (stop < sample.length() && Character.isLetter(sample.codePointAt(stop))) {
        int codePoint = sample.codePointAt(stop);
        counts.letters++;
        if (codePoint < 0x80) {
          counts.plainLetters++;
        }
        stop += Character.charCount(codePoint);
      }
      if (stop > i) {
        counts.words++;
        String word = stop - i > 10 ? "" : sample.substring(i, stop).toLowerCase(Locale.ROOT);
        if (englishWords.contains(word)) {
          counts.english++;
          counts.distinct.add(word);
        }
        i = stop;
      } else {
        i += Character.charCount(sample.codePointAt(i));
      }
    }
    return counts;
  }

  /** What a sample is made of. */
  private static final class Counts {
    private int letters;
    private int plainLetters;
    private int words;
    private int english;
    private final Set<String> distinct = new HashSet<>();
  }
}

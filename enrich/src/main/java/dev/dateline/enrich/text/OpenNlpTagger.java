package dev.dateline.enrich.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.postag.POSModel;

/**
 * Parts of speech from Apache OpenNLP's English model.
 *
 * <p>The model was trained on words with their clitics ("Putin's" is PROPN+PART), so clitics are
 * joined to their word before tagging and the two tags parted afterwards. Thread-safe: every caller
 * borrows a tagger of its own.
 */
final class OpenNlpTagger implements PartOfSpeechTagger {

  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  private final POSModel model;
  private final Queue<GreedyTagger> idle = new ConcurrentLinkedQueue<>();

  private OpenNlpTagger(POSModel model) {
    this.model = model;
  }

  static OpenNlpTagger load() {
    try (InputStream stream = OpenNlpTagger.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new IllegalStateException(
            "loading the part-of-speech model " + MODEL + ": not on the class path");
      }
      return new OpenNlpTagger(new POSModel(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("loading the part-of-speech model " + MODEL, e);
    }
  }

  @Override
  public String[] tag(String plain, List<TextSpan> tokens) {
    int[] wordOf = new int[tokens.size()];
    String[] words = words(plain, tokens, wordOf);
    GreedyTagger tagger = idle.poll();
    if (tagger == null) {
      tagger = new GreedyTagger(model);
    }
    String[] joined = tagger.tag(words);
    idle.add(tagger);
    return part(plain, tokens, wordOf, joined);
  }

  private static String[] words(String plain, List<TextSpan> tokens, int[] wordOf) {
    String[] words = new String[tokens.size()];
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      TextSpan token = tokens.get(i);
      String surface = token.of(plain);
      if (i > 0 && isClitic(surface) && tokens.get(i - 1).end() == token.start()) {
        words[count - 1] += surface;
      } else {
        words[count++] = surface;
      }
      wordOf[i] = count - 1;
    }
    String[] exact = new String[count];
    System.arraycopy(words, 0, exact, 0, count);
    return exact;
  }

  private static String[] part(String plain, List<TextSpan> tokens, int[] wordOf, String[] joined) {
    String[] tags = new String[tokens.size()];
    for (int i = 0; i < tags.length; i++) {
      String tag = joined[wordOf[i]];
      int plus = tag.indexOf('+');
      boolean clitic = i > 0 && wordOf[i - 1] == wordOf[i];
      if (clitic) {
        tags[i] = plus < 0 ? ownTag(tokens.get(i).of(plain)) : tag.substring(plus + 1);
      } else {
        tags[i] = plus < 0 ? tag : tag.substring(0, plus);
      }
      if (tags[i].indexOf('+') >= 0) {
        tags[i] = tags[i].substring(tags[i].lastIndexOf('+') + 1);
      }
    }
    return tags;
  }

  private static boolean isClitic(String surface) {
    return surface.length() > 1
        && surface.length() <= 3
        && (surface.charAt(0) == '\'' || "n't".equalsIgnoreCase(surface))
        && (Character.isLetter(surface.charAt(1))
            || (surface.length() > 2 && Character.isLetter(surface.charAt(2))));
  }

  private static String ownTag(String clitic) {
    return switch (clitic.toLowerCase(Locale.ROOT)) {
      case "'s", "n't" -> "PART";
      default -> "AUX";
    };
  }
}

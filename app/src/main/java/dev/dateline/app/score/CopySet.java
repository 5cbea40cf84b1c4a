package dev.dateline.app.score;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Articles with near copies made of them, and others that only share some of their words: what
 * finding near copies is measured on.
 *
 * <p>The same for the same articles and seed.
 */
final class CopySet {

  private static final int SHORTEST = 600;
  private static final String WIRE = "(Wire desk) - ";
  private static final String FOOTER =
      "\n\nThis report was distributed by our partner agency. Read more on our website.";

  /** Every so many articles one is kept out of the stream, to add text that is nowhere else. */
  private static final int KEPT_OUT = 5;

  private final List<Article> articles = new ArrayList<>();
  private final List<Article> keptOut = new ArrayList<>();
  private final Random random;

  CopySet(List<Article> articles, long seed) {
    for (Article article : articles) {
      if (article.getText().length() >= SHORTEST) {
        int taken = this.articles.size() + keptOut.size();
        (taken % KEPT_OUT == 0 ? keptOut : this.articles).add(article);
      }
    }
    this.random = new Random(seed);
  }

  /** What was done to an article. */
  enum Change {
    /** The text as it is, elsewhere. */
    EXACT,
    /** A line of an agency before it and one of an outlet after it, one word in thirty another. */
    WIRE,
    /** Another headline and another first paragraph. */
    HEADLINE,
    /** The first half of its paragraphs. */
    FIRST_HALF,
    /** Every other sentence. */
    EVERY_OTHER,
    /** Half as much again of another article behind it. */
    EXTENDED,
    /** Not a copy: another article that quotes up to a fifth of it. */
    QUOTED,
    /** Not a copy: an article as it came. */
    OTHER
  }

  /**
   * One article of the stream.
   *
   * @param article the article
   * @param change what was done to make it
   * @param original the id of the article that it is a near copy of; empty when of none
   */
  record Made(Article article, Change change, String original) {}

  /** Returns the articles in the order they come: each original before what was made of it. */
  List<Made> make() {
    List<Made> originals = new ArrayList<>();
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      Article article = articles.get(i);
      originals.add(new Made(article, Change.OTHER, ""));
      Change change = Change.values()[i % Change.values().length];
      if (change != Change.OTHER) {
        Article other = keptOut.get(i % keptOut.size());
        String text = changed(article.getText(), change, other.getText());
        boolean copy = change != Change.QUOTED;
        made.add(new Made(renamed(article, change, text), change, copy ? article.getId() : ""));
      }
    }
    List<Made> all = new ArrayList<>(originals);
    all.addAll(made);
    return all;
  }

  private String changed(String text, Change change, String other) {
    return switch (change) {
      case EXACT, OTHER -> text;
      case WIRE -> WIRE + withOtherWords(text) + FOOTER;
      case HEADLINE ->
          firstCharacters(other, text.length() / 10)
              + "\n\n"
              + text.substring(firstParagraph(text));
      case FIRST_HALF -> firstPart(text, 0.5);
      case EVERY_OTHER -> everyOther(text);
      case EXTENDED -> text + "\n\n" + firstCharacters(other, text.length() / 2);
      case QUOTED ->
          other + "\n\n" + firstCharacters(text, Math.min(other.length() / 4, text.length() / 5));
    };
  }

  private String withOtherWords(String text) {
    String[] words = text.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      if (random.nextInt(30) == 0) {
        words[i] = words[random.nextInt(words.length)];
      }
    }
    return String.join(" ", words);
  }

  private static int firstParagraph(String text) {
    int end = text.indexOf("\n\n");
    return end < 0 || end > text.length() / 2 ? 0 : end + 2;
  }

  private static String firstPart(String text, double share) {
    return firstCharacters(text, (int) (text.length() * share));
  }

  private static String firstCharacters(String text, int length) {
    int end = text.indexOf(' ', Math.min(length, text.length() - 1));
    return end < 0 ? text : text.substring(0, end);
  }

  private static String everyOther(String text) {
    String[] sentences = text.split("(?<=[.!?])\\s+", -1);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < sentences.length; i += 2) {
      kept.append(sentences[i]).append(' ');
    }
    return kept.toString().strip();
  }

  private static Article renamed(Article article, Change change, String text) {
    return Article.newBuilder(article)
        .setId(Ids.of(article.getId(), change.name()))
        .setUrl(null)
        .setSource(change.name().toLowerCase(Locale.ROOT))
        .setText(text)
        .setTextSha256(Ids.sha256(text))
        .build();
  }
}

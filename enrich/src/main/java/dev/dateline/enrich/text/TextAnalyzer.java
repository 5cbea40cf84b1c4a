package dev.dateline.enrich.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits an English text into paragraphs, sentences and tokens with parts of speech.
 *
 * <p>Linear in the length of the text whatever it holds. Thread-safe; loading takes about half a
 * second, so make one and share it.
 */
public final class TextAnalyzer {

  /** Longer sentences are cut, so that no later stage meets one it cannot afford. */
  static final int MOST_TOKENS_OF_A_SENTENCE = 200;

  private final SentenceSplitter splitter;
  private final OpenNlpBoundaries boundaries;
  private final Tokenizer tokenizer;
  private final PartOfSpeechTagger tagger;

  private TextAnalyzer(
      SentenceSplitter splitter,
      OpenNlpBoundaries boundaries,
      Tokenizer tokenizer,
      PartOfSpeechTagger tagger) {
    this.splitter = splitter;
    this.boundaries = boundaries;
    this.tokenizer = tokenizer;
    this.tagger = tagger;
  }

  /** Loads the models from the class path. */
  public static TextAnalyzer load() {
    Abbreviations abbreviations = Abbreviations.load();
    return new TextAnalyzer(
        new SentenceSplitter(abbreviations),
        OpenNlpBoundaries.load(),
        Tokenizer.load(abbreviations),
        OpenNlpTagger.load());
  }

  /** Returns a text without title, date, source or limit of time as a document; for tests. */
  public TextDocument analyze(String text) {
    return analyze(text, null, null, null, Budget.unlimited());
  }

  /**
   * Returns the text as a document.
   *
   * @param text the body
   * @param title the headline; null when there is none
   * @param published the day it was published; null when not known
   * @param source the outlet; null when not known
   * @param budget the time it may take
   * @throws OverBudgetException when the time is used up
   */
  public TextDocument analyze(
      String text,
      @Nullable String title,
      @Nullable LocalDate published,
      @Nullable String source,
      Budget budget) {
    String plain = Normalizer.normalize(text);
    List<Piece> pieces = new ArrayList<>();
    int paragraph = 0;
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !Normalizer.isLineBreak(text.charAt(end))) {
        end++;
      }
      int before = pieces.size();
      for (TextSpan sentence :
          splitter.split(plain, start, end, boundaries.of(plain, start, end))) {
        budget.check();
        addPieces(plain, sentence, paragraph, pieces);
      }
      if (pieces.size() > before) {
        paragraph++;
      }
      start = end + 1;
    }
    List<Sentence> sentences = tagged(text, plain, pieces, budget);
    List<Token> tokens = new ArrayList<>();
    sentences.forEach(sentence -> tokens.addAll(sentence.tokens()));
    return new TextDocument(text, title, published, source, sentences, tokens, budget);
  }

  /** A sentence, or a part of a very long one, before its words are tagged. */
  private record Piece(List<TextSpan> tokens, int paragraph) {}

  private void addPieces(String plain, TextSpan sentence, int paragraph, List<Piece> pieces) {
    List<TextSpan> spans = tokenizer.tokenize(plain, sentence.start(), sentence.end());
    for (int from = 0; from < spans.size(); from += MOST_TOKENS_OF_A_SENTENCE) {
      int to = Math.min(spans.size(), from + MOST_TOKENS_OF_A_SENTENCE);
      pieces.add(new Piece(spans.subList(from, to), paragraph));
    }
  }

  private List<Sentence> tagged(String text, String plain, List<Piece> pieces, Budget budget) {
    Sentence[] sentences = new Sentence[pieces.size()];
    Slices.each(
        sentences.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            budget.check();
            sentences[i] = tagged(text, plain, pieces.get(i));
          }
        });
    return List.of(sentences);
  }

  private Sentence tagged(String text, String plain, Piece piece) {
    String[] tags = tagger.tag(plain, piece.tokens());
    List<Token> made = new ArrayList<>(tags.length);
    for (int i = 0; i < tags.length; i++) {
      TextSpan span = piece.tokens().get(i);
      made.add(new Token(span.start(), span.end(), span.of(text), tags[i]));
    }
    return new Sentence(
        made.get(0).start(), made.get(made.size() - 1).end(), piece.paragraph(), made);
  }
}

package dev.dateline.sink.watch;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How the words of queries and documents are made comparable, field by field. Thread-safe. */
final class WatchAnalysis {

  private static final int GAP = 100;

  private WatchAnalysis() {}

  /** Returns the analyzer of all fields. */
  static Analyzer analyzer() {
    Map<String, Analyzer> byField =
        Arrays.stream(WatchField.values())
            .collect(Collectors.toMap(WatchField::key, field -> new FieldAnalyzer(field.kind())));
    return new PerFieldAnalyzerWrapper(new FieldAnalyzer(WatchField.Kind.WORD), byField);
  }

  private static final class FieldAnalyzer extends Analyzer {

    private final WatchField.Kind kind;

    FieldAnalyzer(WatchField.Kind kind) {
      this.kind = kind;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      boolean whole = kind == WatchField.Kind.WORD || kind == WatchField.Kind.CIRCLE;
      Tokenizer tokenizer = whole ? new KeywordTokenizer() : new StandardTokenizer();
      TokenStream words = normalize(fieldName, tokenizer);
      if (kind == WatchField.Kind.PROSE) {
        // Each word as it stands too, for wildcards.
        words = new RemoveDuplicatesTokenFilter(new KStemFilter(new KeywordRepeatFilter(words)));
      }
      return new TokenStreamComponents(tokenizer, words);
    }

    /** Keeps phrases within one value of a field. */
    @Override
    public int getPositionIncrementGap(String fieldName) {
      return GAP;
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
      return new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(in)));
    }
  }
}

package dev.dateline.enrich.names.tagger;

import dev.dateline.enrich.text.Slices;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds names in sentences of words with a {@link NameModel}. Thread-safe. */
public final class NameTagger {

  private static final float SAME_SURFACE = 3f;
  private static final float KNOWN_PLACE = 1.5f;
  private static final float SAME_WORD = 3f;

  private final NameModel model;
  private final SpanRepair repair = new SpanRepair();

  /** Makes a tagger for a model. */
  public NameTagger(NameModel model) {
    this.model = model;
  }

  /**
   * A name in a document's tokens.
   *
   * @param first its first token, counted through the document
   * @param end one past its last token
   * @param type what kind of thing it names
   */
  public record TokenSpan(int first, int end, NameType type) {}

  /**
   * Tags one document.
   *
   * @param sentences its words
   * @return the names in text order, not overlapping, none crossing a sentence's end
   */
  public List<TokenSpan> tag(List<String[]> sentences) {
    TokenTable table = new TokenTable(sentences, model.clusters(), model.groups(), model.lists());
    float[] scores = new float[table.size * Labels.COUNT];
    int[] labels = new int[table.size];
    Slices.each(
        table.sentenceStarts.length - 1, (from, to) -> label(table, from, to, scores, labels));
    Viterbi viterbi = new Viterbi();
    List<TokenSpan> first = spans(labels);
    DocumentVotes votes = new DocumentVotes(SAME_SURFACE, SAME_WORD);
    BitSet doubted = doubtPersons(table, first, scores);
    votes.cast(table, first);
    for (int s = 0; s + 1 < table.sentenceStarts.length; s++) {
      int from = table.sentenceStarts[s];
      int to = table.sentenceStarts[s + 1];
      if (votes.apply(table, from, to, labels, scores) || !doubted.get(from, to).isEmpty()) {
        viterbi.decode(scores, from, to, model.transitions(), labels);
      }
    }
    return repair.repair(spans(labels), table);
  }

  /** Scores and labels some of the sentences. */
  private void label(TokenTable table, int first, int end, float[] scores, int[] labels) {
    int[] features = new int[FeatureExtractor.MOST];
    long[] keys = new long[FeatureExtractor.MOST];
    LabelSums sums = new LabelSums();
    Viterbi viterbi = new Viterbi();
    for (int s = first; s < end; s++) {
      int from = table.sentenceStarts[s];
      int to = table.sentenceStarts[s + 1];
      for (int i = from; i < to; i++) {
        model.score(table, i, from, to, features, keys, sums, scores);
      }
      viterbi.decode(scores, from, to, model.transitions(), labels);
    }
  }

  /**
   * A single word that is known as a place and not as a name is hardly a person.
   *
   * @return the tokens whose scores were changed
   */
  private static BitSet doubtPersons(TokenTable table, List<TokenSpan> names, float[] scores) {
    BitSet doubted = new BitSet(table.size);
    for (TokenSpan name : names) {
      int marks = table.marks[name.first()];
      boolean place =
          NameLists.isAlone(marks, "country")
              || NameLists.isAlone(marks, "region")
              || NameLists.isAlone(marks, "city")
              || NameLists.isAlone(marks, "town");
      boolean person = NameLists.isAlone(marks, "given") || NameLists.isAlone(marks, "surname");
      if (name.type() == NameType.PER && name.end() == name.first() + 1 && place && !person) {
        int base = name.first() * Labels.COUNT + 1 + 4 * NameType.PER.code();
        for (int label = 0; label < 4; label++) {
          scores[base + label] -= KNOWN_PLACE;
        }
        doubted.set(name.first());
      }
    }
    return doubted;
  }

  private static List<TokenSpan> spans(int[] labels) {
    List<TokenSpan> spans = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < labels.length; i++) {
      if (Labels.begins(labels[i])) {
        first = i;
      }
      if (Labels.ends(labels[i])) {
        spans.add(new TokenSpan(first, i + 1, Labels.type(labels[i])));
      }
    }
    return spans;
  }
}

package dev.dateline.ledger.match;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sentence embeddings by all-MiniLM-L6-v2 in process, where an application adds its artifact. Only
 * the comparison of methods uses them. Not thread-safe.
 */
final class SentenceEmbeddings {
  private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
  private final Map<String, float[]> known = new HashMap<>();

  private SentenceEmbeddings() {}

  /** The embeddings; empty when their artifact is not on the class path. */
  static Optional<SentenceEmbeddings> find() {
    try {
      return Optional.of(new SentenceEmbeddings());
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }

  /** Cosine of the angle between two sentences. */
  double likeness(String first, String second) {
    float[] one = vector(first);
    float[] other = vector(second);
    double dot = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
      a += one[i] * one[i];
      b += other[i] * other[i];
    }
    return a == 0 || b == 0 ? 0 : dot / Math.sqrt(a * b);
  }

  private float[] vector(String sentence) {
    return known.computeIfAbsent(sentence, text -> model.embed(text).content().vector());
  }
}

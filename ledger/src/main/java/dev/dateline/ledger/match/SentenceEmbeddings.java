package dev.dateline.ledger.match;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.HashMap;
import java.util.Map;

/**
 * Sentence embeddings by all-MiniLM-L6-v2 in process. Only the comparison of methods uses them.
 * Making one fails with a {@link LinkageError} where nobody has added their artifact to the class
 * path. Not thread-safe.
 */
final class SentenceEmbeddings {
  private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
  private final Map<String, float[]> known = new HashMap<>();

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

package dev.dateline.enrich.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Sentence boundaries from Apache OpenNLP's English model, for the full stops that rules leave
 * open. Thread-safe: every caller borrows a detector of its own.
 */
final class OpenNlpBoundaries {

  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  /** Longer paragraphs are not worth the model's time: their open full stops end no sentence. */
  private static final int LONGEST_PARAGRAPH = 10_000;

  private final SentenceModel model;
  private final Queue<SentenceDetectorME> idle = new ConcurrentLinkedQueue<>();

  private OpenNlpBoundaries(SentenceModel model) {
    this.model = model;
  }

  static OpenNlpBoundaries load() {
    try (InputStream stream = OpenNlpBoundaries.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new IllegalStateException(
            "loading the sentence model " + MODEL + ": not on the class path");
      }
      return new OpenNlpBoundaries(new SentenceModel(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("loading the sentence model " + MODEL, e);
    }
  }

  /** Returns the oracle of one paragraph; the model runs when it is first asked. Not shared. */
  SentenceSplitter.BoundaryOracle of(String plain, int start, int end) {
    return new SentenceSplitter.BoundaryOracle() {
      private @Nullable Set<Integer> starts;

      @Override
      public boolean endsBefore(int index) {
        Set<Integer> known = starts;
        if (known == null) {
          known = detect(plain, start, end);
          starts = known;
        }
        return known.contains(index);
      }
    };
  }

  private Set<Integer> detect(String plain, int start, int end) {
    if (end - start > LONGEST_PARAGRAPH) {
      return Set.of();
    }
    SentenceDetectorME detector = idle.poll();
    if (detector == null) {
      detector = new SentenceDetectorME(model);
    }
    Span[] spans = detector.sentPosDetect(plain.substring(start, end));
    idle.add(detector);
    Set<Integer> starts = new HashSet<>();
    for (Span span : spans) {
      starts.add(start + span.getStart());
    }
    return starts;
  }
}

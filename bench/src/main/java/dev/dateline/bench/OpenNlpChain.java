package dev.dateline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * OpenNLP's own chain, as its manual shows it: sentences, tokens, parts of speech, nothing else.
 *
 * <p>The yardstick for the whole annotator's speed. Not thread-safe.
 */
final class OpenNlpChain {

  private final SentenceDetectorME sentences;
  private final TokenizerME tokenizer;
  private final POSTaggerME tagger;

  OpenNlpChain() {
    try (InputStream sentenceModel = open("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin");
        InputStream tokenModel = open("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin");
        InputStream tagModel = open("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
      sentences = new SentenceDetectorME(new SentenceModel(sentenceModel));
      tokenizer = new TokenizerME(new TokenizerModel(tokenModel));
      tagger = new POSTaggerME(new POSModel(tagModel));
    } catch (IOException e) {
      throw new UncheckedIOException("loading OpenNLP's models", e);
    }
  }

  /** Runs the chain and returns how many tokens the text has. */
  int run(String text) {
    int count = 0;
    for (String sentence : sentences.sentDetect(text)) {
      String[] tokens = tokenizer.tokenize(sentence);
      count += tagger.tag(tokens).length;
    }
    return count;
  }

  private static InputStream open(String name) {
    InputStream stream = OpenNlpChain.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(
          "loading OpenNLP's model " + name + ": not on the class path");
    }
    return stream;
  }
}

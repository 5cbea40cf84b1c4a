package dev.dateline.enrich.names;

import dev.dateline.enrich.names.tagger.NameModel;
import dev.dateline.enrich.names.tagger.NameTagger;
import dev.dateline.enrich.text.Sentence;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.text.Token;
import dev.dateline.schemas.avro.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds names with the trained tagger and brings together those of one thing. Thread-safe. */
public final class CrfNameAnnotator implements NameAnnotator {

  private static final String MODEL = "names.model.gz";

  private final NameTagger tagger;

  /** Makes an annotator with a model of one's own. */
  public CrfNameAnnotator(NameModel model) {
    tagger = new NameTagger(model);
  }

  /** Makes an annotator with the bundled model. */
  public static CrfNameAnnotator bundled() {
    try (InputStream stream = CrfNameAnnotator.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new IllegalStateException("loading names model: no resource " + MODEL);
      }
      return new CrfNameAnnotator(NameModel.read(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Names annotate(TextDocument document) {
    List<NameMention> mentions = new ArrayList<>();
    Map<String, NamedEntity> entities = new LinkedHashMap<>();
    List<Token> tokens = document.tokens();
    for (NameTagger.TokenSpan span : tag(document)) {
      int start = tokens.get(span.first()).start();
      int end = tokens.get(span.end() - 1).end();
      EntityType type = span.type().entityType();
      String surface = document.text().substring(start, end);
      String key = surface.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
      String id = type.name().toLowerCase(Locale.ROOT) + ":" + key;
      NamedEntity entity =
          entities.computeIfAbsent(id, made -> new NamedEntity(made, surface, type, null, null));
      mentions.add(new NameMention(new TextSpan(start, end), type, entity));
    }
    return new ArticleNames(mentions, List.copyOf(entities.values()));
  }

  private List<NameTagger.TokenSpan> tag(TextDocument document) {
    List<String[]> sentences = new ArrayList<>(document.sentences().size());
    List<String[]> partsOfSpeech = new ArrayList<>(document.sentences().size());
    for (Sentence sentence : document.sentences()) {
      document.budget().check();
      int size = sentence.tokens().size();
      String[] words = new String[size];
      String[] tags = new String[size];
      for (int i = 0; i < size; i++) {
        words[i] = sentence.tokens().get(i).text();
        tags[i] = sentence.tokens().get(i).pos();
      }
      sentences.add(words);
      partsOfSpeech.add(tags);
    }
    return tagger.tag(sentences, partsOfSpeech);
  }
}

package dev.dateline.enrich.names;

import dev.dateline.enrich.names.entities.EntityLinker;
import dev.dateline.enrich.names.entities.TaggedName;
import dev.dateline.enrich.names.tagger.NameModel;
import dev.dateline.enrich.names.tagger.NameTagger;
import dev.dateline.enrich.names.variants.NameVariants;
import dev.dateline.enrich.text.Sentence;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds names with the trained tagger and brings together those of one thing. Thread-safe. */
public final class CrfNameAnnotator implements NameAnnotator {

  private static final String MODEL = "names.model.gz";

  private final NameTagger tagger;
  private final EntityLinker linker;
  private final NameVariants variants;

  /** Makes an annotator with a model and variants of one's own. */
  public CrfNameAnnotator(NameModel model, NameVariants variants) {
    this.variants = variants;
    tagger = new NameTagger(model);
    linker = new EntityLinker(variants);
  }

  /** Makes an annotator with the bundled model and aliases. */
  public static CrfNameAnnotator bundled() {
    return bundled(NameVariants.bundled());
  }

  /** Makes an annotator with the bundled model and variants of one's own. */
  public static CrfNameAnnotator bundled(NameVariants variants) {
    try (InputStream stream = CrfNameAnnotator.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new IllegalStateException("loading names model: no resource " + MODEL);
      }
      return new CrfNameAnnotator(NameModel.read(stream), variants);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Names annotate(TextDocument document) {
    List<TaggedName> names = new ArrayList<>();
    List<Token> tokens = document.tokens();
    int sentence = 0;
    int sentenceEnd = 0;
    for (NameTagger.TokenSpan span : tag(document)) {
      while (sentenceEnd <= span.first()) {
        sentenceEnd += document.sentences().get(sentence++).tokens().size();
      }
      int start = tokens.get(span.first()).start();
      int end = tokens.get(span.end() - 1).end();
      names.add(
          new TaggedName(
              span.first(),
              span.end(),
              sentence - 1,
              new TextSpan(start, end),
              document.text().substring(start, end),
              span.type().entityType()));
    }
    return linker.link(document, names);
  }

  @Override
  public Names settle(TextDocument document, Names names, List<TextSpan> towns) {
    SurfaceTypes types = new SurfaceTypes(document.text(), names.mentions(), towns);
    return linker.retype(document, names, types::of);
  }

  @Override
  public List<NameExplanation> explain(TextDocument document, Names names) {
    Map<NamedEntity, Map<String, Integer>> surfaces = new LinkedHashMap<>();
    names.entities().forEach(entity -> surfaces.put(entity, new LinkedHashMap<>()));
    for (NameMention mention : names.mentions()) {
      NamedEntity entity = mention.entity();
      if (entity != null) {
        surfaces
            .computeIfAbsent(entity, key -> new LinkedHashMap<>())
            .merge(mention.span().of(document.text()).replaceAll("\\s+", " "), 1, Integer::sum);
      }
    }
    return surfaces.entrySet().stream()
        .map(entry -> explain(entry.getKey(), entry.getValue()))
        .toList();
  }

  private NameExplanation explain(NamedEntity entity, Map<String, Integer> surfaces) {
    return new NameExplanation(
        entity,
        surfaces.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(
                surface ->
                    new NameExplanation.Spelling(
                        surface.getKey(),
                        surface.getValue(),
                        variants.key(surface.getKey(), entity.type())))
            .toList(),
        variants
            .alias(entity.name(), entity.type())
            .map(
                alias -> alias.names().stream().filter(name -> !name.equals(alias.name())).toList())
            .orElse(null));
  }

  private List<NameTagger.TokenSpan> tag(TextDocument document) {
    List<String[]> sentences = new ArrayList<>(document.sentences().size());
    for (Sentence sentence : document.sentences()) {
      document.budget().check();
      int size = sentence.tokens().size();
      String[] words = new String[size];
      for (int i = 0; i < size; i++) {
        words[i] = sentence.tokens().get(i).text();
      }
      sentences.add(words);
    }
    return tagger.tag(sentences);
  }
}

package dev.dateline.enrich.names.train;

import dev.dateline.enrich.names.tagger.CrfTrainer;
import dev.dateline.enrich.names.tagger.Labels;
import dev.dateline.enrich.names.tagger.NameLists;
import dev.dateline.enrich.names.tagger.NameModel;
import dev.dateline.enrich.names.tagger.NameType;
import dev.dateline.enrich.names.tagger.TrainingDocument;
import dev.dateline.enrich.names.tagger.TrainingSettings;
import dev.dateline.enrich.names.tagger.WordClusters;
import dev.dateline.enrich.names.tagger.WordGroups;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains the names tagger: what {@code dateline train names} runs.
 *
 * <p>The same corpora, settings and seed give the same bytes. Used by one thread.
 */
public final class NameTrainer {

  /**
   * What to train from.
   *
   * @param corpora files of {@code token<TAB>tag} lines; {@code corpora.tsv} says by their names
   *     whether people or a program tagged them, and how much an error in each counts. Their order
   *     plays no part
   * @param geoNames directory with GeoNames' {@code cities15000.txt}, {@code admin1Codes.txt} and
   *     {@code countryInfo.txt}; null to go without place names
   * @param induceClusters whether to group words anew from the corpora; else the bundled model's
   *     groups are used
   * @param settings how to train
   */
  public record Request(
      List<Path> corpora,
      @Nullable Path geoNames,
      boolean induceClusters,
      TrainingSettings settings) {

    /** Keeps its own copy of the list, in the order of the table, then of the files' names. */
    public Request {
      corpora =
          corpora.stream()
              .sorted(
                  Comparator.<Path>comparingInt(file -> WEIGHTS.order(fileName(file)))
                      .thenComparing(file -> fileName(file)))
              .toList();
    }
  }

  private static final CorpusWeights WEIGHTS = CorpusWeights.load();
  private static final String CLUSTERS = "word-clusters.gz";
  private static final String GROUPS = "word-groups.gz";
  private static final float COPY_WEIGHT = 0.5f;
  private static final double SILVER_COPIES = 0.4;
  private static final int MISC_LABELS =
      (1 << Labels.of(NameType.MISC, 0, 1))
          | (1 << Labels.of(NameType.MISC, 0, 3))
          | (1 << Labels.of(NameType.MISC, 1, 3))
          | (1 << Labels.of(NameType.MISC, 2, 3));

  private final Consumer<String> progress;

  /** Makes a trainer; progress goes line by line to the consumer. */
  public NameTrainer(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * Trains and writes a model.
   *
   * @throws IOException if a corpus cannot be read or the model not be written
   */
  public void train(Request request, Path out) throws IOException {
    NameModel model = train(request);
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
      model.write(stream);
    }
    progress.accept("wrote %s, %,d bytes".formatted(out, Files.size(out)));
  }

  /**
   * Trains a model.
   *
   * @throws IOException if a corpus cannot be read
   */
  public NameModel train(Request request) throws IOException {
    NameLists lists = NameListFiles.read(request.geoNames());
    List<TaggedCorpus> gold = new ArrayList<>();
    List<TaggedCorpus> silver = new ArrayList<>();
    for (Path file : request.corpora()) {
      (WEIGHTS.of(fileName(file)).gold() ? gold : silver).add(TaggedCorpus.read(file));
      progress.accept("read " + file);
    }
    WordClusters clusters =
        request.induceClusters()
            ? clusters(
                silver,
                gold.stream().filter(corpus -> WEIGHTS.of(corpus.name()).clusters()).toList())
            : read(CLUSTERS, WordClusters::readAll);
    WordGroups groups = read(GROUPS, WordGroups::readAll);
    Augmenter augmenter = new Augmenter(request.settings().seed(), people(gold));
    List<TrainingDocument> documents = new ArrayList<>();
    for (TaggedCorpus corpus : gold) {
      add(corpus, WEIGHTS.of(corpus.name()).weight(), 1, augmenter, documents);
    }
    for (TaggedCorpus corpus : silver) {
      float weight = WEIGHTS.of(corpus.name()).weight();
      add(corpus, weight, SILVER_COPIES, augmenter, documents);
    }
    return new CrfTrainer(request.settings(), clusters, groups, lists, progress).train(documents);
  }

  private interface Reader<T> {
    T read(InputStream stream) throws IOException;
  }

  private static <T> T read(String resource, Reader<T> reader) throws IOException {
    try (InputStream stream = NameTrainer.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("training names: no resource " + resource);
      }
      return reader.read(stream);
    }
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private WordClusters clusters(List<TaggedCorpus> silver, List<TaggedCorpus> gold) {
    List<String[]> sentences = new ArrayList<>();
    for (List<TaggedCorpus> corpora : List.of(silver, gold)) {
      for (TaggedCorpus corpus : corpora) {
        corpus
            .documents()
            .forEach(
                document ->
                    document.sentences().forEach(sentence -> sentences.add(sentence.words())));
      }
    }
    return new ClusterInducer(progress).induce(sentences);
  }

  private static List<List<String>> people(List<TaggedCorpus> corpora) {
    List<List<String>> people = new ArrayList<>();
    for (TaggedCorpus corpus : corpora) {
      for (TaggedCorpus.Document document : corpus.documents()) {
        for (TaggedCorpus.TaggedSentence sentence : document.sentences()) {
          addPeople(sentence, people);
        }
      }
    }
    return people;
  }

  private static void addPeople(TaggedCorpus.TaggedSentence sentence, List<List<String>> people) {
    int first = 0;
    for (int i = 0; i < sentence.labels().length; i++) {
      int label = sentence.labels()[i];
      if (Labels.begins(label)) {
        first = i;
      }
      boolean person = Labels.ends(label) && Labels.type(label) == NameType.PER;
      if (person && i - first < 3 && Character.isUpperCase(sentence.words()[first].charAt(0))) {
        people.add(List.of(Arrays.copyOfRange(sentence.words(), first, i + 1)));
      }
    }
  }

  private static void add(
      TaggedCorpus corpus,
      float weight,
      double copies,
      Augmenter augmenter,
      List<TrainingDocument> documents) {
    // A corpus without MISC leaves such names outside: there, outside may mean MISC.
    int outside = corpus.has(NameType.MISC) ? 1 : 1 | MISC_LABELS;
    for (TaggedCorpus.Document document : corpus.documents()) {
      List<String[]> words = new ArrayList<>();
      List<int[]> allowed = new ArrayList<>();
      for (TaggedCorpus.TaggedSentence sentence : document.sentences()) {
        words.add(sentence.words());
        allowed.add(
            Arrays.stream(sentence.labels())
                .map(label -> label == Labels.OUTSIDE ? outside : 1 << label)
                .toArray());
      }
      documents.add(new TrainingDocument(words, allowed, weight));
      for (Augmenter.Copy copy : augmenter.copies(words, allowed, copies)) {
        documents.add(
            new TrainingDocument(
                Collections.singletonList(copy.words().toArray(new String[0])),
                Collections.singletonList(
                    copy.allowed().stream().mapToInt(Integer::intValue).toArray()),
                weight * COPY_WEIGHT));
      }
    }
  }
}

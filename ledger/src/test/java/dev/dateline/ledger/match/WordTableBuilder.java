package dev.dateline.ledger.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.dictionary.Dictionary;

/**
 * Builds the word tables the matcher reads: {@code words.tsv.gz} (rarity, vector and senses of each
 * stem) and {@code senses.tsv.gz} (what stands above and against each sense).
 *
 * <p>Arguments: the directory to write to, then JSON Lines files with a {@code text} field. Rarity
 * is counted over their documents; vectors are the MiniLM embeddings of single words, reduced by
 * principal component analysis; senses are WordNet 3.1's.
 */
final class WordTableBuilder {
  private static final int DIMENSIONS = 64;
  private static final int LEAST_DOCUMENTS = 2;
  private static final int NOUN_SENSES = 4;
  private static final int VERB_SENSES = 5;
  private static final int ADJECTIVE_SENSES = 3;

  private final Map<String, Integer> documentsByStem = new HashMap<>();
  private final Map<String, Map<String, Integer>> formsByStem = new HashMap<>();
  private int documents;

  private WordTableBuilder() {}

  public static void main(String[] arguments) throws IOException, JWNLException {
    WordTableBuilder builder = new WordTableBuilder();
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      builder.count(Path.of(file));
    }
    builder.write(Path.of(arguments[0]));
  }

  private void count(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (var lines = Files.lines(file)) {
      lines.forEach(line -> countDocument(read(mapper, line).path("text").asText()));
    }
  }

  private static JsonNode read(ObjectMapper mapper, String line) {
    try {
      return mapper.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void countDocument(String text) {
    documents++;
    Set<String> seen = new HashSet<>();
    for (Words.Word word : Words.split(text)) {
      if (!Words.isWord(word.lower())) {
        continue;
      }
      String stem = Words.stem(word.lower());
      formsByStem
          .computeIfAbsent(stem, key -> new HashMap<>())
          .merge(word.lower(), 1, Integer::sum);
      if (seen.add(stem)) {
        documentsByStem.merge(stem, 1, Integer::sum);
      }
    }
  }

  private void write(Path directory) throws IOException, JWNLException {
    List<String> stems =
        documentsByStem.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST_DOCUMENTS)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    System.err.printf("%d documents, %d stems%n", documents, stems.size());
    byte[][] vectors = vectors(stems.stream().map(this::commonestForm).toList());
    Dictionary dictionary = Dictionary.getDefaultResourceInstance();
    TreeMap<String, Synset> synsets = new TreeMap<>();
    try (BufferedWriter writer = gzip(directory.resolve("words.tsv.gz"))) {
      writer.write(
          "# stem, documents it occurs in, vector (64 signed bytes, base64), WordNet senses,"
              + " commonest first\n");
      writer.write("#documents\t" + documents + "\n");
      for (int i = 0; i < stems.size(); i++) {
        String stem = stems.get(i);
        Set<String> senses = senses(dictionary, stem, synsets);
        writer.write(
            stem
                + "\t"
                + documentsByStem.get(stem)
                + "\t"
                + Base64.getEncoder().withoutPadding().encodeToString(vectors[i])
                + "\t"
                + String.join(",", senses)
                + "\n");
      }
    }
    writeSenses(directory.resolve("senses.tsv.gz"), synsets);
  }

  private String commonestForm(String stem) {
    return formsByStem.getOrDefault(stem, Map.of()).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(stem);
  }

  private Set<String> senses(Dictionary dictionary, String stem, Map<String, Synset> synsets)
      throws JWNLException {
    Set<String> senses = new LinkedHashSet<>();
    List<String> forms =
        formsByStem.getOrDefault(stem, Map.of()).entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .limit(4)
            .toList();
    for (String form : forms) {
      addSenses(dictionary, POS.NOUN, form, NOUN_SENSES, senses, synsets);
      addSenses(dictionary, POS.VERB, form, VERB_SENSES, senses, synsets);
      addSenses(dictionary, POS.ADJECTIVE, form, ADJECTIVE_SENSES, senses, synsets);
    }
    return senses;
  }

  private static void addSenses(
      Dictionary dictionary,
      POS pos,
      String form,
      int limit,
      Set<String> senses,
      Map<String, Synset> synsets)
      throws JWNLException {
    IndexWord word = dictionary.lookupIndexWord(pos, form);
    if (word == null) {
      return;
    }
    List<Synset> found = word.getSenses();
    for (Synset synset : found.subList(0, Math.min(limit, found.size()))) {
      String id = id(synset);
      senses.add(id);
      synsets.put(id, synset);
    }
  }

  private static String id(Synset synset) {
    return synset.getPOS().getKey() + Long.toString(synset.getOffset(), 36);
  }

  private static void writeSenses(Path file, Map<String, Synset> synsets)
      throws IOException, JWNLException {
    TreeMap<String, Synset> all = new TreeMap<>(synsets);
    List<Synset> queue = new ArrayList<>(synsets.values());
    try (BufferedWriter writer = gzip(file)) {
      writer.write(
          "# WordNet 3.1 sense, depth below the top, the senses above it, the senses opposed to"
              + " it\n");
      for (int i = 0; i < queue.size(); i++) {
        Synset synset = queue.get(i);
        Set<String> above = new TreeSet<>();
        Set<String> opposed = new TreeSet<>();
        for (Pointer pointer : synset.getPointers()) {
          PointerType type = pointer.getType();
          if (type == PointerType.HYPERNYM
              || type == PointerType.INSTANCE_HYPERNYM
              || type == PointerType.SIMILAR_TO) {
            Synset target = pointer.getTargetSynset();
            above.add(id(target));
            if (all.putIfAbsent(id(target), target) == null) {
              queue.add(target);
            }
          } else if (type == PointerType.ANTONYM) {
            opposed.add(id(pointer.getTargetSynset()));
          }
        }
        writer.write(
            id(synset)
                + "\t"
                + depth(synset, new HashSet<>())
                + "\t"
                + String.join(",", above)
                + "\t"
                + String.join(",", opposed)
                + "\n");
      }
    }
  }

  private static int depth(Synset synset, Set<String> seen) throws JWNLException {
    if (!seen.add(id(synset))) {
      return 0;
    }
    int depth = 0;
    for (Pointer pointer : synset.getPointers(PointerType.HYPERNYM)) {
      depth = Math.max(depth, 1 + depth(pointer.getTargetSynset(), seen));
    }
    return depth;
  }

  private static BufferedWriter gzip(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
  }

  private static byte[][] vectors(List<String> forms) {
    AllMiniLmL6V2QuantizedEmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
    float[][] embeddings = new float[forms.size()][];
    for (int i = 0; i < embeddings.length; i++) {
      embeddings[i] = model.embed(forms.get(i)).content().vector();
      if (i % 2000 == 0) {
        System.err.printf(Locale.ROOT, "%d of %d words embedded%n", i, embeddings.length);
      }
    }
    return reduce(embeddings);
  }

  private static byte[][] reduce(float[][] rows) {
    int width = rows[0].length;
    double[] mean = new double[width];
    for (float[] row : rows) {
      for (int j = 0; j < width; j++) {
        mean[j] += row[j] / rows.length;
      }
    }
    double[][] covariance = new double[width][width];
    for (float[] row : rows) {
      for (int j = 0; j < width; j++) {
        double x = row[j] - mean[j];
        for (int k = j; k < width; k++) {
          covariance[j][k] += x * (row[k] - mean[k]);
        }
      }
    }
    for (int j = 0; j < width; j++) {
      for (int k = 0; k < j; k++) {
        covariance[j][k] = covariance[k][j];
      }
    }
    double[][] basis = principalDirections(covariance);
    byte[][] reduced = new byte[rows.length][DIMENSIONS];
    for (int i = 0; i < rows.length; i++) {
      double[] projected = new double[DIMENSIONS];
      double norm = 0;
      for (int d = 0; d < DIMENSIONS; d++) {
        for (int j = 0; j < width; j++) {
          projected[d] += basis[d][j] * (rows[i][j] - mean[j]);
        }
        norm += projected[d] * projected[d];
      }
      norm = Math.sqrt(norm);
      for (int d = 0; d < DIMENSIONS; d++) {
        // A 64-dimensional unit vector rarely has a component above 0.5.
        reduced[i][d] = (byte) Math.max(-127, Math.min(127, Math.round(projected[d] / norm * 254)));
      }
    }
    return reduced;
  }

  /** Leading eigenvectors by orthogonal iteration (Golub and Van Loan, section 8.2.4). */
  private static double[][] principalDirections(double[][] covariance) {
    int width = covariance.length;
    Random random = new Random(7);
    double[][] basis = new double[DIMENSIONS][width];
    for (double[] direction : basis) {
      Arrays.setAll(direction, j -> random.nextGaussian());
    }
    for (int round = 0; round < 60; round++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        double[] next = new double[width];
        for (int j = 0; j < width; j++) {
          for (int k = 0; k < width; k++) {
            next[j] += covariance[j][k] * basis[d][k];
          }
        }
        basis[d] = next;
      }
      for (int d = 0; d < DIMENSIONS; d++) {
        for (int e = 0; e < d; e++) {
          double dot = 0;
          for (int j = 0; j < width; j++) {
            dot += basis[d][j] * basis[e][j];
          }
          for (int j = 0; j < width; j++) {
            basis[d][j] -= dot * basis[e][j];
          }
        }
        double norm = Math.sqrt(Arrays.stream(basis[d]).map(x -> x * x).sum());
        for (int j = 0; j < width; j++) {
          basis[d][j] /= norm;
        }
      }
    }
    return basis;
  }
}

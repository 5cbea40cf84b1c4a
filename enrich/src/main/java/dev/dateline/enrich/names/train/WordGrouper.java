package dev.dateline.enrich.names.train;

import dev.dateline.enrich.names.tagger.WordGroups;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Makes the {@link WordGroups} that the tagger is trained with, from vectors of words and a tree of
 * words that others induced from large texts: what {@code dateline train groups} runs.
 *
 * <p>The same input gives the same groups. Used by one thread.
 */
public final class WordGrouper {

  /** What a token of ours can be: no hyphens, no blanks. */
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}'’.&]*");

  private static final String ALLOWED = "java.util.*;java.lang.*;!*";

  private final Consumer<String> progress;

  /** Makes a grouper; progress goes line by line to the consumer. */
  public WordGrouper(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * Groups the words of two files, both serialised Java maps as the lexica of NLP4J are.
   *
   * @param vectors from word, with its capitals, to {@code float[]}
   * @param tree from lower-case word to its places in the tree, strings of 0 and 1, of which the
   *     longest counts
   * @throws IOException if one cannot be read or holds something else
   */
  public WordGroups group(Path vectors, Path tree) throws IOException {
    SortedMap<String, String> paths = new TreeMap<>();
    for (Map.Entry<?, ?> entry : map(tree).entrySet()) {
      if (!(entry.getKey() instanceof String word) || !(entry.getValue() instanceof Collection)) {
        throw new IOException("reading tree of words " + tree + ": no map from words to places");
      }
      String longest = "";
      for (Object place : (Collection<?>) entry.getValue()) {
        String path = String.valueOf(place);
        longest = path.length() > longest.length() ? path : longest;
      }
      paths.put(word, longest);
    }
    SortedMap<String, float[]> byWord = new TreeMap<>();
    for (Map.Entry<?, ?> entry : map(vectors).entrySet()) {
      if (!(entry.getKey() instanceof String word) || !(entry.getValue() instanceof float[] v)) {
        throw new IOException("reading vectors " + vectors + ": no map from words to float[]");
      }
      byWord.put(word, v);
    }
    return group(byWord, paths);
  }

  private static Map<?, ?> map(Path file) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
        ObjectInputStream in = new ObjectInputStream(stream)) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(ALLOWED));
      if (in.readObject() instanceof Map<?, ?> map) {
        return map;
      }
    } catch (ClassNotFoundException | java.io.ObjectStreamException e) {
      throw new IOException("reading " + file + ": not a serialised map: " + e.getMessage(), e);
    }
    throw new IOException("reading " + file + ": not a serialised map: unpack it with xz first");
  }

  /** Groups words: only those that the tree knows, in any spelling of capitals. */
  WordGroups group(SortedMap<String, float[]> vectors, SortedMap<String, String> tree) {
    SortedMap<String, List<String>> forms = new TreeMap<>();
    tree.keySet().stream()
        .filter(word -> WORD.matcher(word).matches())
        .forEach(word -> forms.put(word, new ArrayList<>()));
    for (String word : vectors.keySet()) {
      List<String> known = forms.get(word.toLowerCase(Locale.ROOT));
      if (known != null) {
        known.add(word);
      }
    }
    List<String> words = forms.values().stream().flatMap(List::stream).toList();
    List<float[]> points = new ArrayList<>();
    for (String word : words) {
      float[] vector = vectors.get(word);
      if (vector != null) {
        points.add(vector);
      }
    }
    progress.accept("%,d words, %,d forms with a vector".formatted(forms.size(), words.size()));
    int[] coarse = new SphericalMeans(WordGroups.COARSE, progress).group(points);
    int[] fine = new SphericalMeans(WordGroups.FINE, progress).group(points);
    WordGroups.Builder groups = new WordGroups.Builder();
    int next = 0;
    for (Map.Entry<String, List<String>> entry : forms.entrySet()) {
      List<String> own = entry.getValue();
      // Forms are in the order of their characters, small letters last ("NOIDA", "Noida", "noida"):
      // the last one stands for a word whose small letters have no vector.
      int base = next + own.size() - 1;
      String path = tree.get(entry.getKey());
      groups.add(
          entry.getKey(), own.isEmpty() ? -1 : coarse[base], own.isEmpty() ? -1 : fine[base], path);
      for (String form : own) {
        if (coarse[next] != coarse[base] || fine[next] != fine[base]) {
          groups.addForm(form, coarse[next], fine[next]);
        }
        next++;
      }
    }
    return groups.build();
  }
}

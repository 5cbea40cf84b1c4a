package dev.dateline.enrich.names.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much each corpus counts in training, by {@code corpora.tsv}. Immutable. */
final class CorpusWeights {

  private static final String TABLE = "corpora.tsv";
  private static final String SILVER = "silver-";
  private static final String GOLD = "gold-";

  private final Map<String, Weight> byFile;

  /** One row of the table. */
  record Weight(int row, boolean gold, float weight, boolean clusters) {}

  private CorpusWeights(Map<String, Weight> byFile) {
    this.byFile = byFile;
  }

  static CorpusWeights load() {
    try (InputStream stream = CorpusWeights.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException("training names: no resource " + TABLE);
      }
      Map<String, Weight> byFile = new HashMap<>();
      new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .forEach(
              row ->
                  byFile.put(
                      row.get(0),
                      new Weight(
                          byFile.size(),
                          row.get(1).equals("gold"),
                          Float.parseFloat(row.get(2)),
                          row.get(3).equals("yes"))));
      return new CorpusWeights(Map.copyOf(byFile));
    } catch (IOException e) {
      throw new UncheckedIOException("training names: " + TABLE, e);
    }
  }

  /** Returns the place of a file of that name in the table; unlisted ones come last. */
  int order(String file) {
    Weight own = byFile.get(file);
    return own == null ? Integer.MAX_VALUE : own.row();
  }

  /** Returns how a file of that name counts. */
  Weight of(String file) {
    Weight own = byFile.get(file);
    if (own != null) {
      return own;
    }
    return byFile.getOrDefault(
        file.startsWith(SILVER) ? SILVER : GOLD, new Weight(0, true, 1, true));
  }
}

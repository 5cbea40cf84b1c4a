package dev.dateline.ledger.match;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rarity, vector and WordNet senses of the stems of news. */
final class WordTable {
  /** What is known of a stem; the vector has length 1 in units of 1/254. */
  @SuppressWarnings(
      "ArrayRecordComponent") // Read-only, never compared, and a list would box every element.
  record Entry(float rarity, byte[] vector, Senses.Reach senses) {}

  private final Map<String, Entry> entries = new HashMap<>();
  private final float greatestRarity;

  private WordTable(Senses senses, List<String> lines) {
    int documents = Integer.parseInt(lines.get(0).split("\t", -1)[1]);
    greatestRarity = (float) Math.log(documents);
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\t", -1);
      float rarity = (float) Math.log((double) documents / Integer.parseInt(columns[1]));
      entries.put(
          columns[0],
          new Entry(rarity, Base64.getDecoder().decode(columns[2]), senses.reach(columns[3])));
    }
  }

  static WordTable load() {
    return new WordTable(Senses.load(), Tables.lines("words.tsv.gz"));
  }

  @Nullable Entry entry(String stem) {
    return entries.get(stem);
  }

  /** Logarithm of how few documents hold the stem; the greatest there is for a stem never seen. */
  float rarity(String stem) {
    Entry entry = entries.get(stem);
    return entry == null ? greatestRarity : entry.rarity();
  }

  static double cosine(byte[] first, byte[] second) {
    int sum = 0;
    int a = 0;
    int b = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
      a += first[i] * first[i];
      b += second[i] * second[i];
    }
    return a == 0 || b == 0 ? 0 : sum / Math.sqrt((double) a * b);
  }
}

package dev.dateline.ledger.match;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rarity, vector and WordNet senses of the stems of news. */
final class WordTable {
  /**
   * What is known of a stem.
   *
   * @param number its line in the table, from 0
   * @param rarity logarithm of how few documents hold it
   * @param vector its meaning
   * @param senses its WordNet senses
   */
  record Entry(int number, float rarity, Vector vector, Senses.Reach senses) {}

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
          new Entry(
              entries.size(),
              rarity,
              new Vector(Base64.getDecoder().decode(columns[2])),
              senses.reach(columns[3])));
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
}

package dev.dateline.ledger.match;

import java.util.List;

/** Countries with their peoples and the seats of government that stand for them. */
final class Countries {
  private final Phrases<Integer> phrases = new Phrases<>(0);

  private Countries(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      for (String column : Tables.columns(lines.get(i))) {
        for (String name : Tables.entries(column)) {
          phrases.add(name, i);
        }
      }
    }
  }

  static Countries load() {
    return new Countries(Tables.lines("countries.txt"));
  }

  List<Phrases.Hit<Integer>> find(List<String> stems) {
    return phrases.find(stems);
  }
}

package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Recognises matters in dispute by the table {@code matters.txt}; immutable and thread-safe. */
final class Matters {
  private record Row(Matter.Kind kind, String topic, BitSet concepts, List<String> stems) {}

  private final List<Row> rows = new ArrayList<>();

  Matters(Concepts concepts) {
    for (String line : Tables.lines("matters.txt")) {
      List<String> columns = Tables.columns(line);
      BitSet named = new BitSet();
      for (int i = 0; i < concepts.size(); i++) {
        named.set(i, Tables.entries(columns.get(2)).contains(concepts.name(i)));
      }
      List<String> stems =
          Tables.entries(columns.get(3)).stream().map(word -> Words.stem(word)).toList();
      rows.add(new Row(Matter.Kind.valueOf(columns.get(0)), columns.get(1), named, stems));
    }
  }

  /** The matter a proposition belongs to: the first row that fits. */
  Optional<Matter> of(Proposition proposition) {
    for (Row row : rows) {
      if (!proposition.concepts.intersects(row.concepts)) {
        continue;
      }
      if (!row.stems.isEmpty()
          && proposition.terms.stream().noneMatch(term -> row.stems.contains(term.stem()))) {
        continue;
      }
      if (row.kind == Matter.Kind.CONTROL) {
        return Optional.of(new Matter(row.kind, row.topic, null));
      }
      Optional<Quantity> figure =
          proposition.quantities.stream()
              .filter(quantity -> quantity.dimension().equals(Quantity.COUNT))
              .findFirst();
      if (figure.isPresent() || proposition.turned) {
        return Optional.of(
            new Matter(row.kind, row.topic, figure.map(Quantity::surface).orElse(null)));
      }
    }
    return Optional.empty();
  }
}

package dev.dateline.enrich.places;

import java.util.ArrayList;
import java.util.List;

/**
 * Strips the word for "region" from the names of first-level regions: "Zhejiang Sheng" is Zhejiang.
 *
 * <p>The words are the table {@code region-words.tsv}.
 */
final class RegionNames {

  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  RegionNames() {
    for (String[] row : Table.rows("region-words.tsv", 2)) {
      (row[0].equals("before") ? before : after).add(row[1]);
    }
  }

  /**
   * Returns the name without its word for "region", or the name itself when nothing would be left.
   */
  String plain(String name) {
    for (String prefix : before) {
      if (name.startsWith(prefix + " ")) {
        return name.substring(prefix.length() + 1);
      }
    }
    for (String suffix : after) {
      if (name.endsWith(" " + suffix) || (suffix.startsWith("-") && name.endsWith(suffix))) {
        return name.substring(0, name.length() - suffix.length()).strip();
      }
    }
    return name;
  }
}

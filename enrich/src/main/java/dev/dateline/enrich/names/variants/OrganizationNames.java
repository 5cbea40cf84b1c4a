package dev.dateline.enrich.names.variants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds names of organisations: spelling, legal forms, and the order of words around "ministry" and
 * "department". Thread-safe.
 */
final class OrganizationNames {

  private final Map<String, String> same = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> countryNames = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final Set<String> droppedLast = new HashSet<>();
  private final Set<String> heads = new HashSet<>();

  OrganizationNames() {
    for (List<String> row : Table.resource("organisation-words.tsv")) {
      List<String> words = row.subList(1, row.size());
      switch (row.get(0)) {
        case "drop" -> dropped.addAll(words);
        case "drop-last" -> droppedLast.addAll(words);
        case "head" -> heads.addAll(words);
        case "same" -> words.forEach(word -> same.put(word, words.get(0)));
        default ->
            throw new IllegalStateException("loading organisation words: unknown kind " + row);
      }
    }
    for (List<String> row : Table.resource("demonyms.tsv")) {
      row.subList(1, row.size())
          .forEach(
              word -> {
                countries.put(word, row.get(1));
                countryNames.put(word, row.get(0));
              });
    }
  }

  /**
   * Returns the country a word stands for ("russian" gives "russia"); the word itself otherwise.
   */
  String country(String word) {
    return countries.getOrDefault(word, word);
  }

  /** Returns the name of the country a word stands for; null if it stands for none. */
  @Nullable String countryName(String word) {
    return countryNames.get(word);
  }

  /** Returns the folded words, joined by hyphens. */
  String key(String name) {
    List<String> words = words(name);
    boolean headed = words.stream().anyMatch(heads::contains);
    if (headed) {
      words.replaceAll(word -> countries.getOrDefault(word, word));
      words.remove("affairs");
      Collections.sort(words);
    }
    return String.join("-", words);
  }

  private List<String> words(String name) {
    List<String> words = new ArrayList<>();
    String apart = name.replace("'s ", " ").replace("’s ", " ").replace("s' ", "s ");
    apart =
        apart
            .replace("United States", "US")
            .replace("U.S.", "US")
            .replace("United Kingdom", "Britain");
    for (String raw : SpellingFolder.BETWEEN_WORDS.split(apart, -1)) {
      String word = SpellingFolder.plain(raw);
      if (!word.isEmpty() && !dropped.contains(word)) {
        words.add(same.getOrDefault(word, word));
      }
    }
    while (words.size() > 1 && droppedLast.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    if (words.isEmpty()) {
      words.add(SpellingFolder.plain(name));
    }
    return words;
  }
}

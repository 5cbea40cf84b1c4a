package dev.dateline.enrich.names.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists of this package. Immutable; thread-safe. */
final class Lexicon {

  private final Map<String, Set<String>> roles = read("roles.tsv");
  private final Map<String, Set<String>> organizationNouns = read("organisation-nouns.tsv");
  private final Set<String> femaleNames = new HashSet<>(readLines("female-names.tsv"));

  /** Tells whether a small-letter noun names what a person does. */
  boolean isRole(String noun) {
    return roles.values().stream().anyMatch(words -> words.contains(noun));
  }

  /** Returns the gender a role or given name implies. */
  Gender genderOfRole(String noun) {
    if (roles.getOrDefault("female", Set.of()).contains(noun)) {
      return Gender.FEMALE;
    }
    return roles.getOrDefault("male", Set.of()).contains(noun) ? Gender.MALE : Gender.UNKNOWN;
  }

  /** Returns the gender a small-letter given name implies. */
  Gender genderOfName(String givenName) {
    return femaleNames.contains(givenName) ? Gender.FEMALE : Gender.UNKNOWN;
  }

  /** Tells whether "the NOUN" points to an organisation whose name holds the noun. */
  boolean pointsToNamed(String noun) {
    return organizationNouns.getOrDefault("named", Set.of()).contains(noun);
  }

  /** Tells whether "the NOUN" may point to any organisation. */
  boolean pointsToAny(String noun) {
    return organizationNouns.getOrDefault("any", Set.of()).contains(noun);
  }

  private static Map<String, Set<String>> read(String name) {
    Map<String, Set<String>> table = new HashMap<>();
    for (String line : lines(name)) {
      List<String> cells = List.of(line.split("\t", -1));
      table
          .computeIfAbsent(cells.get(0), made -> new HashSet<>())
          .addAll(cells.subList(1, cells.size()));
    }
    return table;
  }

  private static Set<String> readLines(String name) {
    Set<String> words = new HashSet<>();
    for (String line : lines(name)) {
      words.addAll(List.of(line.split("\t", -1)));
    }
    return words;
  }

  private static List<String> lines(String name) {
    try (InputStream stream = Lexicon.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("loading names lexicon: no resource " + name);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("loading names lexicon: " + name, e);
    }
  }
}

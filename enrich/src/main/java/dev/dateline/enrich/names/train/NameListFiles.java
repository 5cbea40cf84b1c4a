package dev.dateline.enrich.names.train;

import dev.dateline.enrich.names.tagger.NameLists;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the name lists a tagger is trained with: the bundled {@code name-lists.tsv} and the
 * names of places in GeoNames' files.
 */
final class NameListFiles {

  private static final String BUNDLED = "name-lists.tsv";
  private static final int CITY = 150_000;
  private static final int WELL_KNOWN = 300_000;
  private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}' .\\-’]{3,}");
  private static final Pattern REGION_WORD =
      Pattern.compile(
          "(?i)\\b(oblast'?|province|state of|provincia de|region|governorate|prefecture"
              + "|voivodeship|departamento de|county|krai|kray|republic of|respublika)\\b");

  private NameListFiles() {}

  /**
   * Reads the lists.
   *
   * @param geoNames directory of {@code cities15000.txt}, {@code admin1Codes.txt} and {@code
   *     countryInfo.txt}, each used where present; null for none
   */
  static NameLists read(@Nullable Path geoNames) throws IOException {
    NameLists.Builder lists = new NameLists.Builder();
    try (InputStream stream = NameListFiles.class.getResourceAsStream(BUNDLED)) {
      if (stream == null) {
        throw new IllegalStateException("training names: no resource " + BUNDLED);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> addRow(lists, List.of(line.split("\t", -1))));
    }
    if (geoNames != null) {
      rows(geoNames.resolve("cities15000.txt")).forEach(row -> addTown(lists, row));
      rows(geoNames.resolve("admin1Codes.txt")).forEach(row -> addRegion(lists, row));
      rows(geoNames.resolve("countryInfo.txt")).forEach(row -> addCountry(lists, row));
    }
    return lists.build();
  }

  private static void addRow(NameLists.Builder lists, List<String> row) {
    row.subList(1, row.size()).forEach(name -> lists.add(row.get(0), name));
  }

  private static List<List<String>> rows(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  private static void addTown(NameLists.Builder lists, List<String> row) {
    if (row.size() < 15) {
      return;
    }
    long population = row.get(14).isEmpty() ? 0 : Long.parseLong(row.get(14));
    String kind = population >= CITY ? "city" : "town";
    put(lists, kind, row.get(1));
    put(lists, kind, row.get(2));
    if (population >= WELL_KNOWN) {
      for (String other : row.get(3).split(",", -1)) {
        boolean code = other.equals(other.toUpperCase(java.util.Locale.ROOT));
        if (other.length() >= 5 && !code && Character.isUpperCase(other.charAt(0))) {
          put(lists, kind, other);
        }
      }
    }
  }

  private static void addRegion(NameLists.Builder lists, List<String> row) {
    for (String name : row.subList(1, Math.min(3, row.size()))) {
      put(lists, "region", name);
      put(lists, "region", REGION_WORD.matcher(name).replaceAll("").strip());
    }
  }

  private static void addCountry(NameLists.Builder lists, List<String> row) {
    if (row.size() > 5) {
      put(lists, "country", row.get(4));
      put(lists, "city", row.get(5));
    }
  }

  private static void put(NameLists.Builder lists, String kind, String name) {
    if (LATIN.matcher(name).matches()) {
      lists.add(kind, name);
    }
  }
}

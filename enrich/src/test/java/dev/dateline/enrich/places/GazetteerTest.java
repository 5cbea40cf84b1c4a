package dev.dateline.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.PlaceReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {

  private static final Gazetteer GAZETTEER = Annotated.GAZETTEER;

  @Test
  void everyNameOfEveryCountryLeadsToIt() {
    for (String[] row : Table.rows("countries.tsv", 5)) {
      for (String name : Table.values(row[3])) {
        assertThat(GAZETTEER.find(name))
            .as(name)
            .anyMatch(
                place ->
                    place.getPrecision() == PlacePrecision.COUNTRY
                        && row[0].equals(place.getCountry()));
      }
    }
  }

  @Test
  void countriesStandAtTheirTableCoordinates() {
    for (String[] row : Table.rows("countries.tsv", 5)) {
      PlaceReference country = only(Table.values(row[3]).get(0), PlacePrecision.COUNTRY);
      assertThat(country.getLatitude()).as(row[0]).isEqualTo(Double.parseDouble(row[1]));
      assertThat(country.getLongitude()).as(row[0]).isEqualTo(Double.parseDouble(row[2]));
    }
  }

  @Test
  void everyRegionOfTheTablesIsThere() {
    for (String[] row : Table.rows("regions.tsv", 7)) {
      String name = Table.values(row[6]).get(0);
      assertThat(GAZETTEER.find(name))
          .as(name)
          .anyMatch(place -> place.getPlaceId().equals("dateline:region/" + row[0]));
    }
    for (String[] row : Table.rows("admin1.tsv", 4)) {
      String name = Table.values(row[3]).get(0);
      assertThat(GAZETTEER.find(name))
          .as(row[0] + " " + name)
          .anyMatch(
              place ->
                  place.getPrecision() == PlacePrecision.ADMIN1
                      && row[0].startsWith(place.getCountry() + "."));
    }
  }

  @Test
  void countiesAreCountedOutInTheOrderOfTheirCodes() {
    assertThat(only("Scottsburg", PlacePrecision.SETTLEMENT).getLatitude())
        .isCloseTo(in("Scott County", "Indiana").getLatitude(), within(0.3));
    assertThat(in("Cook County", "Illinois").getLatitude()).isCloseTo(41.8, within(0.3));
    assertThat(in("Zavala County", "Texas").getLatitude()).isCloseTo(28.7, within(0.3));
    assertThat(in("Miami-Dade County", "Florida").getLatitude()).isCloseTo(25.7, within(0.3));
  }

  @ParameterizedTest
  @CsvSource({
    "Ukrainian, UA",
    "Ukrainians, UA",
    "Frenchman, FR",
    "British, GB",
    "U.S., US",
    "US, US",
    "Dutch, NL",
    "Kazakhstani, KZ",
    "South Korean, KR",
    "Guinea-Bissau, GW",
    "Ukraina, UA"
  })
  void adjectivesNationalitiesAndNamesLeadToTheCountry(String word, String country) {
    assertThat(GAZETTEER.countryOf(word)).contains(country);
  }

  @ParameterizedTest
  @CsvSource({"us", "Congolese", "said", "Bakhmut", "''"})
  void wordsOfNoOrOfSeveralCountriesLeadNowhere(String word) {
    assertThat(GAZETTEER.countryOf(word)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Bachmut, geonames:713174",
    "Artemivsk, geonames:713174",
    "Artemovsk, geonames:713174",
    "Lugansk, geonames:702658",
    "Kiev, geonames:703448",
    "Kharkov, geonames:706483"
  })
  void formerAndForeignSpellingsLeadToTheTown(String name, String id) {
    assertThat(GAZETTEER.find(name)).extracting(PlaceReference::getPlaceId).contains(id);
  }

  @Test
  void namesOfCountriesAndGreatTownsLeadToNoSmallerTown() {
    assertThat(GAZETTEER.find("Mexico"))
        .extracting(PlaceReference::getName)
        .doesNotContain("Mexico City");
    assertThat(GAZETTEER.find("Rome"))
        .extracting(PlaceReference::getName)
        .doesNotContain("Washington, D.C.");
  }

  @Test
  void bundledFileIsSmall() throws IOException {
    try (InputStream in = Gazetteer.class.getResourceAsStream("gazetteer.bin")) {
      assertThat(in).isNotNull();
      assertThat(in.readAllBytes().length).isLessThan(15_000_000);
    }
    assertThat(GAZETTEER.size()).isGreaterThan(130_000);
  }

  @Test
  void otherAndDamagedFilesAreRefusedWithTheMend(@TempDir Path directory) throws IOException {
    Path other = directory.resolve("other.bin");
    Files.writeString(other, "this is no gazetteer, not at all");
    assertThatThrownBy(() -> Gazetteer.open(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other.bin")
        .hasMessageContaining("dateline gazetteer build");

    byte[] bytes = GazetteerBuilderTest.build();
    ByteBuffer cut = ByteBuffer.wrap(bytes, 0, bytes.length / 2).slice();
    assertThatThrownBy(() -> Gazetteer.of(cut)).hasMessageContaining("cut short");
  }

  private static PlaceReference only(String name, PlacePrecision precision) {
    List<PlaceReference> found =
        GAZETTEER.find(name).stream()
            .filter(place -> place.getPrecision() == precision && place.getName().equals(name))
            .toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static PlaceReference in(String name, String admin1) {
    return GAZETTEER.find(name).stream()
        .filter(place -> admin1.equals(place.getAdmin1()))
        .findFirst()
        .orElseThrow();
  }
}

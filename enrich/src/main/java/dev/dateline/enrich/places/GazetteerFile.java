package dev.dateline.enrich.places;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A gazetteer as flat arrays, and its file. Filled once, then only read.
 *
 * <p>The file, all numbers big-endian:
 *
 * <pre>
 * int   magic 0x444c475a ("DLGZ")
 * int   version 1
 * int   places P, countries C, names N, postings Q, bytes of texts T
 * P × int   id: a GeoNames id, or -1 - o for a region of our own whose slug is the text at o
 * P × int   latitude, then P × int longitude: degrees × 100,000
 * P × int   population; 0 when not known
 * P × int   display name: offset into the texts
 * P × int   place of the first-level region; -1 when there is none
 * P × short country, counted from 0; -1 when in none or several
 * P × byte  {@link PlaceKind}, by code
 * C × int   place of each country
 * C × int   code of each country: offset into the texts
 * N × long  name keys ({@link NameKey}), ascending
 * N+1 × int first posting of each name, and Q
 * Q × int   postings: {@link NameKind} code in the upper 6 bits, place in the lower 26; the
 *           most populous place of a name first
 * 2^18 × byte, run-length coded as (byte value, int length) pairs: words of the longest name by a
 *           hash of its first word
 * T × byte  texts: one length byte, then UTF-8
 * </pre>
 */
final class GazetteerFile {

  static final int FIRST_WORD_BITS = 18;

  private static final int MAGIC = 0x444c475a;
  private static final int VERSION = 1;
  private static final int HEADER = 7 * Integer.BYTES;
  private static final int BYTES_A_PLACE = 6 * Integer.BYTES + Short.BYTES + 1;

  final int[] ids;
  final int[] latitudes;
  final int[] longitudes;
  final int[] populations;
  final int[] names;
  final int[] admin1s;
  final short[] countries;
  final byte[] kinds;
  final int[] countryPlaces;
  final int[] countryCodes;
  final long[] keys;
  final int[] firstPostings;
  final int[] postings;
  final byte[] longestByFirstWord;
  final byte[] texts;

  /** Makes room for so many places, countries, names, postings and bytes of texts. */
  GazetteerFile(int placeCount, int countryCount, int nameCount, int postingCount, int textBytes) {
    ids = new int[placeCount];
    latitudes = new int[placeCount];
    longitudes = new int[placeCount];
    populations = new int[placeCount];
    names = new int[placeCount];
    admin1s = new int[placeCount];
    countries = new short[placeCount];
    kinds = new byte[placeCount];
    countryPlaces = new int[countryCount];
    countryCodes = new int[countryCount];
    keys = new long[nameCount];
    firstPostings = new int[nameCount + 1];
    postings = new int[postingCount];
    longestByFirstWord = new byte[1 << FIRST_WORD_BITS];
    texts = new byte[textBytes];
  }

  /** Returns the heap the arrays take, but for their headers. */
  long bytesInMemory() {
    return (long) BYTES_A_PLACE * ids.length
        + 8L * countryPlaces.length
        + 12L * keys.length
        + 4L * postings.length
        + longestByFirstWord.length
        + texts.length;
  }

  /** Returns the bytes of the file; the same for the same content, always. */
  byte[] toBytes() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(ids.length);
        out.writeInt(countryPlaces.length);
        out.writeInt(keys.length);
        out.writeInt(postings.length);
        out.writeInt(texts.length);
        writeInts(out, ids);
        writeInts(out, latitudes);
        writeInts(out, longitudes);
        writeInts(out, populations);
        writeInts(out, names);
        writeInts(out, admin1s);
        for (short country : countries) {
          out.writeShort(country);
        }
        out.write(kinds);
        writeInts(out, countryPlaces);
        writeInts(out, countryCodes);
        for (long key : keys) {
          out.writeLong(key);
        }
        writeInts(out, firstPostings);
        writeInts(out, postings);
        writeRuns(out, longestByFirstWord);
        out.write(texts);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not a gazetteer, of another version, or cut short
   */
  static GazetteerFile read(ByteBuffer in) {
    if (in.remaining() < HEADER || in.getInt() != MAGIC) {
      throw new IllegalArgumentException(
          "not a gazetteer; build one with \"dateline gazetteer build\"");
    }
    int version = in.getInt();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "gazetteer version " + version + ", expected " + VERSION + "; build it anew");
    }
    int places = in.getInt();
    int countries = in.getInt();
    int names = in.getInt();
    int postings = in.getInt();
    int texts = in.getInt();
    long expected =
        (long) BYTES_A_PLACE * places + 8L * countries + 12L * names + 4L * postings + texts;
    if (places < 0
        || countries < 0
        || names < 0
        || postings < 0
        || texts < 0
        || expected > in.remaining()) {
      throw new IllegalArgumentException("gazetteer cut short; build it anew");
    }
    try {
      GazetteerFile file = new GazetteerFile(places, countries, names, postings, texts);
      file.fill(in);
      return file;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("gazetteer cut short; build it anew", e);
    }
  }

  private void fill(ByteBuffer in) {
    readInts(in, ids);
    readInts(in, latitudes);
    readInts(in, longitudes);
    readInts(in, populations);
    readInts(in, names);
    readInts(in, admin1s);
    in.asShortBuffer().get(countries);
    in.position(in.position() + countries.length * Short.BYTES);
    in.get(kinds);
    readInts(in, countryPlaces);
    readInts(in, countryCodes);
    in.asLongBuffer().get(keys);
    in.position(in.position() + keys.length * Long.BYTES);
    readInts(in, firstPostings);
    readInts(in, postings);
    readRuns(in, longestByFirstWord);
    in.get(texts);
  }

  private static void writeInts(DataOutputStream out, int[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
    buffer.asIntBuffer().put(values);
    out.write(buffer.array());
  }

  private static void readInts(ByteBuffer in, int[] values) {
    in.asIntBuffer().get(values);
    in.position(in.position() + values.length * Integer.BYTES);
  }

  private static void writeRuns(DataOutputStream out, byte[] values) throws IOException {
    int start = 0;
    for (int i = 1; i <= values.length; i++) {
      if (i == values.length || values[i] != values[start]) {
        out.writeByte(values[start]);
        out.writeInt(i - start);
        start = i;
      }
    }
  }

  private static void readRuns(ByteBuffer in, byte[] values) {
    int at = 0;
    while (at < values.length) {
      byte value = in.get();
      int length = in.getInt();
      if (length <= 0 || length > values.length - at) {
        throw new IllegalArgumentException("gazetteer damaged; build it anew");
      }
      Arrays.fill(values, at, at + length, value);
      at += length;
    }
  }
}

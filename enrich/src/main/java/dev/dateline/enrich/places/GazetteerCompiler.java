package dev.dateline.enrich.places;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays drafts out as flat arrays. Not thread-safe; use one for one gazetteer. */
final class GazetteerCompiler {

  private static final int LONGEST_TEXT = 255;

  private final List<PlaceDraft> places;
  private final Map<String, PlaceDraft> countries;
  private final Map<String, PlaceDraft> admin1s;
  private final Map<PlaceDraft, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> textOffsets = new HashMap<>();
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private final byte[] longest = new byte[1 << GazetteerFile.FIRST_WORD_BITS];

  GazetteerCompiler(
      List<PlaceDraft> places, Map<String, PlaceDraft> countries, Map<String, PlaceDraft> admin1s) {
    this.places = places;
    this.countries = countries;
    this.admin1s = admin1s;
  }

  GazetteerFile compile() {
    text("");
    for (int i = 0; i < places.size(); i++) {
      numbers.put(places.get(i), i);
      text(places.get(i).name);
      String slug = places.get(i).slug;
      if (slug != null) {
        text(slug);
      }
    }
    countries.keySet().forEach(this::text);
    Map<Long, List<Integer>> postings = postings();
    GazetteerFile file =
        new GazetteerFile(
            places.size(),
            countries.size(),
            postings.size(),
            postings.values().stream().mapToInt(List::size).sum(),
            texts.size());
    fillPlaces(file);
    fillNames(file, postings);
    System.arraycopy(longest, 0, file.longestByFirstWord, 0, longest.length);
    System.arraycopy(texts.toByteArray(), 0, file.texts, 0, texts.size());
    return file;
  }

  private void fillPlaces(GazetteerFile file) {
    List<String> codes = new ArrayList<>(countries.keySet());
    for (int i = 0; i < codes.size(); i++) {
      file.countryPlaces[i] = number(countries.get(codes.get(i)));
      file.countryCodes[i] = text(codes.get(i));
    }
    for (int i = 0; i < places.size(); i++) {
      PlaceDraft place = places.get(i);
      file.ids[i] = place.slug == null ? place.geonamesId : -1 - text(place.slug);
      file.latitudes[i] = (int) Math.round(place.latitude * 100_000);
      file.longitudes[i] = (int) Math.round(place.longitude * 100_000);
      file.populations[i] = place.population;
      file.names[i] = text(place.name);
      file.admin1s[i] = number(admin1s.get(place.country + "." + place.admin1));
      file.countries[i] = (short) (place.country == null ? -1 : codes.indexOf(place.country));
      file.kinds[i] = place.kind.code();
    }
  }

  private static void fillNames(GazetteerFile file, Map<Long, List<Integer>> postings) {
    int name = 0;
    int posting = 0;
    for (Map.Entry<Long, List<Integer>> entry : postings.entrySet()) {
      file.keys[name] = entry.getKey();
      file.firstPostings[name++] = posting;
      for (int value : entry.getValue()) {
        file.postings[posting++] = value;
      }
    }
    file.firstPostings[name] = posting;
  }

  private Map<Long, List<Integer>> postings() {
    Map<Long, List<Integer>> postings = new TreeMap<>();
    for (int place = 0; place < places.size(); place++) {
      Map<Long, NameKind> keys = new HashMap<>();
      for (Map.Entry<String, NameKind> name : places.get(place).names.entrySet()) {
        addName(name.getKey(), name.getValue(), keys);
      }
      for (Map.Entry<Long, NameKind> key : keys.entrySet()) {
        postings
            .computeIfAbsent(key.getKey(), k -> new ArrayList<>())
            .add(Gazetteer.posting(place, key.getValue()));
      }
    }
    postings.values().forEach(this::sort);
    return postings;
  }

  private void addName(String name, NameKind kind, Map<Long, NameKind> keys) {
    WordScan words = WordScan.of(name);
    if (words.count() == 0 || words.count() > GazetteerBuilder.longestName()) {
      return;
    }
    keys.merge(NameKey.of(words, 0, words.count()), kind, GazetteerCompiler::better);
    int slot = Gazetteer.firstWordSlot(words.key(0));
    longest[slot] = (byte) Math.max(longest[slot], words.count());
  }

  private static NameKind better(NameKind one, NameKind other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private void sort(List<Integer> postings) {
    postings.sort(
        (a, b) -> {
          int first = places.get(Gazetteer.placeOf(a)).population;
          int second = places.get(Gazetteer.placeOf(b)).population;
          return first != second ? Integer.compare(second, first) : Integer.compare(a, b);
        });
  }

  private int number(@Nullable PlaceDraft place) {
    Integer number = place == null ? null : numbers.get(place);
    return number == null ? Gazetteer.NONE : number;
  }

  private int text(String text) {
    return textOffsets.computeIfAbsent(
        text,
        value -> {
          byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
          if (bytes.length > LONGEST_TEXT) {
            throw new IllegalArgumentException("name longer than 255 bytes: \"" + value + "\"");
          }
          int offset = texts.size();
          texts.write(bytes.length);
          texts.write(bytes, 0, bytes.length);
          return offset;
        });
  }
}

package dev.dateline.enrich.places;

import dev.dateline.enrich.names.variants.SpellingFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds towns by spellings that the gazetteer does not list: "Huliaipole" leads to the "Hulyaypole"
 * it has.
 *
 * <p>Both are folded by the rules that fold the names of persons; only towns of countries whose
 * names are transliterated count ({@code transliterated-countries.txt}), and only names long enough
 * not to meet by chance. Thread-safe; what a town folds to is kept from its first use on.
 */
final class Respellings {

  private static final String HABIT = "slavic";
  private static final int SHORTEST = 6;
  private static final int MOST_WORDS = 3;

  private final Gazetteer gazetteer;
  private final SpellingFolder folder = new SpellingFolder();
  private final Set<Integer> countries = new HashSet<>();
  private final Map<String, List<Integer>> placesByBones = new HashMap<>();
  private final Map<Integer, String> foldedNames = new ConcurrentHashMap<>();

  Respellings(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (String line : Table.lines("transliterated-countries.txt")) {
      Table.values(line).forEach(code -> countries.add(gazetteer.countryByCode(code)));
    }
    countries.remove(Gazetteer.NONE);
    for (int place = 0; place < gazetteer.size(); place++) {
      PlaceKind kind = gazetteer.kind(place);
      if (isTransliterated(place) && kind.isSettlement() && kind != PlaceKind.DISTRICT) {
        placesByBones
            .computeIfAbsent(bones(gazetteer.displayName(place)), key -> new ArrayList<>(2))
            .add(place);
      }
    }
  }

  /** Tells whether the names of a place's country are transliterated. */
  boolean isTransliterated(int place) {
    return countries.contains(gazetteer.country(place));
  }

  /**
   * How many capitalised words from a word on are such a spelling, and what it leads to.
   *
   * @param words 0 when they are none
   * @param places as indices of the gazetteer
   */
  record Found(int words, List<Integer> places) {}

  /** Returns the longest such spelling that begins at a word. */
  Found at(WordScan words, int first) {
    int most = 1;
    while (most < MOST_WORDS && goesOn(words, first + most)) {
      most++;
    }
    for (int count = most; count > 0; count--) {
      String surface = words.text().substring(words.start(first), words.end(first + count - 1));
      List<Integer> places = surface.length() < SHORTEST ? List.of() : places(surface);
      if (!places.isEmpty()) {
        return new Found(count, places);
      }
    }
    return new Found(0, List.of());
  }

  private static boolean goesOn(WordScan words, int word) {
    byte gap = words.gapBefore(word);
    return word < words.count()
        && (gap == WordScan.GAP_SPACE || gap == WordScan.GAP_HYPHEN)
        && words.isCapitalised(word);
  }

  private List<Integer> places(String surface) {
    List<Integer> near = placesByBones.getOrDefault(bones(surface), List.of());
    if (near.isEmpty()) {
      return List.of();
    }
    String folded = fold(surface);
    return near.stream().filter(place -> foldedName(place).equals(folded)).toList();
  }

  private String foldedName(int place) {
    return foldedNames.computeIfAbsent(place, key -> fold(gazetteer.displayName(key)));
  }

  private String fold(String name) {
    return folder.fold(name, HABIT);
  }

  /**
   * What no rule of folding touches: a few classes of consonants. Cheap, so that only the few names
   * that share it need be folded.
   */
  private static String bones(String name) {
    String folded = NameKey.fold(name);
    StringBuilder bones = new StringBuilder(8);
    for (int i = 0; i < folded.length(); i++) {
      char next = i + 1 < folded.length() ? folded.charAt(i + 1) : ' ';
      char bone =
          switch (folded.charAt(i)) {
            case 'b' -> 'b';
            case 'f', 'p' -> 'p';
            case 'l' -> 'l';
            case 'm' -> 'm';
            case 'n' -> 'n';
            case 'r' -> 'r';
            case 's', 'z', 'x' -> 's';
            case 'c' -> next == 'k' ? ' ' : 's';
            case 'd' -> next == 'z' || next == 'j' || next == 's' ? ' ' : 'd';
            case 't' -> "szc".indexOf(next) >= 0 ? ' ' : 't';
            case 'v', 'w' -> 'v';
            default -> ' ';
          };
      if (bone != ' ' && (bones.length() == 0 || bones.charAt(bones.length() - 1) != bone)) {
        bones.append(bone);
      }
    }
    return bones.toString();
  }
}

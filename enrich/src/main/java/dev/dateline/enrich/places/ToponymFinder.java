package dev.dateline.enrich.places;

import dev.dateline.enrich.places.ContextWords.Role;
import dev.dateline.enrich.places.Toponym.Candidate;
import dev.dateline.enrich.places.Toponym.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the longest names of the gazetteer in a text. Immutable and thread-safe. */
final class ToponymFinder {

  private static final int MOST_CANDIDATES = 40;

  private final Gazetteer gazetteer;
  private final ContextWords context;

  ToponymFinder(Gazetteer gazetteer, ContextWords context) {
    this.gazetteer = gazetteer;
    this.context = context;
  }

  /** Returns every name in text order, not overlapping, places or not. */
  List<Toponym> find(WordScan words) {
    List<Toponym> found = new ArrayList<>();
    int word = 0;
    while (word < words.count()) {
      Toponym toponym = words.isCapitalised(word) ? longestAt(words, word) : null;
      if (toponym == null) {
        word++;
      } else {
        found.add(toponym);
        word = toponym.endWord;
      }
    }
    return found;
  }

  private @Nullable Toponym longestAt(WordScan words, int first) {
    int longest = Math.min(gazetteer.longestFrom(words.key(first)), words.count() - first);
    if (longest == 0) {
      return null;
    }
    long[] keys = new long[longest];
    int length = 0;
    long key = NameKey.EMPTY;
    while (length < longest && (length == 0 || joins(words, first + length))) {
      key = NameKey.join(key, words.key(first + length));
      keys[length++] = key;
    }
    for (int count = length; count > 0; count--) {
      int last = first + count - 1;
      if (count > 1 && !words.isCapitalised(last) && !isRegionWord(words, last)) {
        continue;
      }
      int name = gazetteer.name(keys[count - 1]);
      if (name >= 0) {
        Toponym toponym = toponym(words, first, first + count, keys[count - 1], name);
        if (!toponym.candidates.isEmpty()) {
          return toponym;
        }
      }
    }
    return null;
  }

  private boolean isRegionWord(WordScan words, int word) {
    return context.is(words.key(word), Role.REGION);
  }

  /** Tells whether a name may go on from the word before to this one. */
  private static boolean joins(WordScan words, int word) {
    return switch (words.gapBefore(word)) {
      case WordScan.GAP_SPACE, WordScan.GAP_HYPHEN, WordScan.GAP_POSSESSIVE, WordScan.GAP_NONE ->
          true;
      case WordScan.GAP_STOP -> words.length(word - 1) <= 2;
      default -> false;
    };
  }

  private Toponym toponym(WordScan words, int first, int end, long key, int name) {
    boolean capitals = areCapitals(words, first, end);
    boolean afterComma = first > 0 && words.gapBefore(first) == WordScan.GAP_COMMA;
    Level level = levelAfter(words, end);
    List<Candidate> all = new ArrayList<>();
    List<Candidate> ofLevel = new ArrayList<>();
    for (int i = gazetteer.firstPosting(name); i < gazetteer.endOfPostings(name); i++) {
      int posting = gazetteer.posting(i);
      Candidate candidate = new Candidate(Gazetteer.placeOf(posting), Gazetteer.kindOf(posting));
      boolean usable =
          switch (candidate.nameKind) {
            case CANONICAL, ALTERNATE, FOREIGN -> true;
            case ABBREVIATION -> capitals;
            case CONTAINER -> afterComma;
            case DESIGNATED, ADJECTIVE -> false;
          };
      if (usable && all.size() < MOST_CANDIDATES) {
        all.add(candidate);
      }
      if (isOfLevel(candidate, level)) {
        ofLevel.add(candidate);
      }
    }
    boolean extended = !ofLevel.isEmpty();
    int lastWord = extended ? end : end - 1;
    Toponym toponym =
        new Toponym(
            first,
            lastWord + 1,
            words.start(first),
            words.end(lastWord),
            key,
            extended ? level : Level.ANY);
    toponym.candidates.addAll(extended ? ofLevel : all);
    return toponym;
  }

  private boolean isOfLevel(Candidate candidate, Level level) {
    PlaceKind kind = gazetteer.kind(candidate.place);
    return switch (level) {
      case ANY -> false;
      case REGION ->
          kind == PlaceKind.ADMIN1
              && candidate.nameKind != NameKind.CONTAINER
              && candidate.nameKind != NameKind.ABBREVIATION;
      case COUNTY -> kind == PlaceKind.ADMIN2;
    };
  }

  private Level levelAfter(WordScan words, int end) {
    if (end >= words.count() || words.gapBefore(end) != WordScan.GAP_SPACE) {
      return Level.ANY;
    }
    long next = words.key(end);
    if (context.is(next, Role.REGION)) {
      return Level.REGION;
    }
    return context.is(next, Role.COUNTY) ? Level.COUNTY : Level.ANY;
  }

  private static boolean areCapitals(WordScan words, int first, int end) {
    for (int word = first; word < end; word++) {
      if (!words.isAllCapitals(word) && !(words.isDotted(word) && words.isCapitalised(word))) {
        return words.isCapitalised(word) && words.length(word) == 1;
      }
    }
    return true;
  }
}

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
  private static final double ADJECTIVE_EVIDENCE = 0.5;

  private final Gazetteer gazetteer;
  private final ContextWords context;
  private final FixedPhrases phrases;
  private final Respellings respellings;

  ToponymFinder(
      Gazetteer gazetteer, ContextWords context, FixedPhrases phrases, Respellings respellings) {
    this.gazetteer = gazetteer;
    this.context = context;
    this.phrases = phrases;
    this.respellings = respellings;
  }

  /**
   * Returns every name in text order, not overlapping, places or not, and adds what adjectives and
   * nationalities say to the context.
   */
  List<Toponym> find(WordScan words, ArticleContext article) {
    List<Toponym> found = new ArrayList<>();
    int word = 0;
    while (word < words.count()) {
      if (!words.isCapitalised(word)) {
        word++;
        continue;
      }
      int phrase = phrases.wordsAt(words, word);
      Toponym toponym = longestAt(words, word, Math.max(1, phrase + 1), article);
      if (phrase == 0 && (toponym == null || isFollowedByCapital(words, toponym))) {
        Toponym respelled = respelledAt(words, word);
        if (respelled != null && (toponym == null || respelled.wordCount() > toponym.wordCount())) {
          toponym = respelled;
        }
      }
      if (toponym != null) {
        found.add(toponym);
        word = toponym.endWord;
      } else {
        word += Math.max(1, phrase);
      }
    }
    return found;
  }

  private @Nullable Toponym longestAt(
      WordScan words, int first, int leastWords, ArticleContext article) {
    int longest = Math.min(gazetteer.longestFrom(words.key(first)), words.count() - first);
    if (longest < leastWords) {
      return null;
    }
    int length = 1;
    while (length < longest && joins(words, first + length)) {
      length++;
    }
    for (int count = length; count >= leastWords; count--) {
      int last = first + count - 1;
      if (count > 1 && !words.isCapitalised(last) && !isRegionWord(words, last)) {
        continue;
      }
      long key = NameKey.of(words, first, first + count);
      int name = gazetteer.name(key);
      if (name >= 0) {
        Toponym toponym = toponym(words, first, first + count, key, name, article);
        if (!toponym.candidates.isEmpty()) {
          return toponym;
        }
      }
    }
    return null;
  }

  private static boolean isFollowedByCapital(WordScan words, Toponym toponym) {
    int next = toponym.endWord;
    return toponym.level == Level.ANY
        && next < words.count()
        && words.gapBefore(next) == WordScan.GAP_SPACE
        && words.isCapitalised(next);
  }

  /** A name the gazetteer has in another spelling; null when it has none. */
  private @Nullable Toponym respelledAt(WordScan words, int first) {
    long key = words.key(first);
    if (context.is(key, Role.COMMON) || context.is(key, Role.PART)) {
      return null;
    }
    Respellings.Found found = respellings.at(words, first);
    if (found.words() == 0) {
      return null;
    }
    int end = first + found.words();
    Toponym toponym =
        new Toponym(
            first,
            end,
            words.start(first),
            words.end(end - 1),
            NameKey.of(words, first, end),
            Level.ANY);
    toponym.respelled = true;
    found
        .places()
        .forEach(place -> toponym.candidates.add(new Candidate(place, NameKind.ALTERNATE)));
    return toponym;
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

  private Toponym toponym(
      WordScan words, int first, int end, long key, int name, ArticleContext article) {
    boolean capitals = areCapitals(words, first, end);
    boolean afterComma = first > 0 && words.gapBefore(first) == WordScan.GAP_COMMA;
    Level level = levelAfter(words, end);
    List<Candidate> all = new ArrayList<>(4);
    List<Candidate> ofLevel = new ArrayList<>(2);
    boolean adjective = false;
    for (int i = gazetteer.firstPosting(name); i < gazetteer.endOfPostings(name); i++) {
      int posting = gazetteer.posting(i);
      NameKind kind = Gazetteer.kindOf(posting);
      int place = Gazetteer.placeOf(posting);
      boolean usable =
          switch (kind) {
            case CANONICAL, ALTERNATE, FOREIGN -> true;
            case ABBREVIATION -> capitals;
            case CONTAINER -> afterComma;
            case DESIGNATED, ADJECTIVE -> false;
          };
      if (kind == NameKind.ADJECTIVE) {
        article.addCountry(gazetteer.country(place), ADJECTIVE_EVIDENCE);
        adjective = true;
      }
      if (usable && all.size() < MOST_CANDIDATES) {
        all.add(new Candidate(place, kind));
      }
      if (level != Level.ANY && isOfLevel(place, kind, level)) {
        ofLevel.add(new Candidate(place, kind));
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
    if (extended) {
      toponym.candidates.addAll(ofLevel);
    } else if (!adjective) {
      toponym.candidates.addAll(all);
    }
    return toponym;
  }

  private boolean isOfLevel(int place, NameKind nameKind, Level level) {
    PlaceKind kind = gazetteer.kind(place);
    return switch (level) {
      case ANY -> false;
      case REGION ->
          kind == PlaceKind.ADMIN1
              && nameKind != NameKind.CONTAINER
              && nameKind != NameKind.ABBREVIATION;
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
      if (!words.isCapitals(word)) {
        return false;
      }
    }
    return true;
  }
}

package dev.dateline.enrich.places;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.ContextWords.Role;
import dev.dateline.enrich.places.Toponym.Candidate;
import dev.dateline.enrich.places.Toponym.Level;
import dev.dateline.schemas.avro.EntityType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weighs for each name of the gazetteer in a text whether it names a place there, by the words
 * around it, by what it could stand for, and by what the names tagger says.
 *
 * <p>Weights are in units of "rather": 1 tips an otherwise even case, 3 settles it. Immutable and
 * thread-safe.
 */
final class MentionJudge {

  private static final double BORDERLINE = 1;
  private static final double BORDERLINE_OF_UNMISTAKABLE = 2.5;
  private static final int OFTEN = 3;
  private static final int LONGEST_ACRONYM = 5;
  private static final int LONGEST_ABBREVIATED_TITLE = 4;

  private final Gazetteer gazetteer;
  private final ContextWords context;
  private final Respellings respellings;

  MentionJudge(Gazetteer gazetteer, ContextWords context, Respellings respellings) {
    this.gazetteer = gazetteer;
    this.respellings = respellings;
    this.context = context;
  }

  /** Weighs every toponym of an article. */
  void judge(List<Toponym> toponyms, WordScan words, Names names) {
    for (Toponym toponym : toponyms) {
      weighName(toponym, words);
      weighBefore(toponym, words);
      weighAfter(toponym, words);
    }
    weighTagger(toponyms, words, names);
    weighPersons(toponyms);
  }

  /**
   * Weighs again the names that just failed, now that the others are resolved: a village is easier
   * believed in an article about its region or country.
   *
   * @return whether one of them is a place after all
   */
  boolean reconsider(List<Toponym> toponyms) {
    Map<Integer, Integer> named = new HashMap<>();
    Map<Long, Integer> byName = new HashMap<>();
    for (Toponym toponym : toponyms) {
      Candidate chosen = toponym.chosen;
      if (toponym.isPlace() && chosen != null) {
        byName.merge(toponym.key, 1, Integer::sum);
        named.merge(gazetteer.country(chosen.place), 1, Integer::sum);
        named.merge(gazetteer.admin1(chosen.place), 1, Integer::sum);
      }
    }
    named.remove(Gazetteer.NONE);
    boolean changed = false;
    for (Toponym toponym : toponyms) {
      boolean unmistakable = toponym.respelled && toponym.candidates.size() == 1;
      boolean often = byName.getOrDefault(toponym.key, 0) >= OFTEN;
      double least = unmistakable || often ? BORDERLINE_OF_UNMISTAKABLE : BORDERLINE;
      if (toponym.evidence < 0 && toponym.evidence >= -least && !toponym.partOfName) {
        double support = 0;
        for (Candidate candidate : toponym.candidates) {
          int inRegion = named.getOrDefault(gazetteer.admin1(candidate.place), 0);
          int inCountry = named.getOrDefault(gazetteer.country(candidate.place), 0);
          support =
              Math.max(
                  support,
                  unmistakable
                      ? (inRegion > 0 ? 2.5 : inCountry > 0 ? 1.5 : 0)
                      : (inRegion > 0 ? 0.9 : inCountry > 2 ? 0.5 : 0));
        }
        toponym.because("its region or country is in the article", support);
        if (often) {
          toponym.because("a place elsewhere in the article", 1.5);
        }
        changed |= toponym.isPlace();
      }
    }
    return changed;
  }

  private void weighName(Toponym toponym, WordScan words) {
    double best = -3;
    for (Candidate candidate : toponym.candidates) {
      best = Math.max(best, prominence(candidate));
    }
    toponym.because("what it could stand for", best);
    int first = toponym.firstWord;
    if (toponym.level != Level.ANY) {
      toponym.because("a word for region follows", 3);
    }
    if (toponym.wordCount() > 1) {
      toponym.because("several words", 1);
      return;
    }
    long key = words.key(first);
    toponym.ordinary = context.is(key, Role.PART) || context.is(key, Role.COMMON);
    if (context.is(key, Role.PART)) {
      toponym.because("a direction, a day or the like", -4);
    } else if (context.is(key, Role.COMMON)) {
      toponym.because("an ordinary word", isSentenceStart(words, first) ? -5 : -2);
    }
    if (isDateLine(words, toponym)) {
      toponym.because("opens a paragraph like a date line", 2);
    } else if (words.isAllCapitals(first)
        && words.length(first) <= LONGEST_ACRONYM
        && !words.isDotted(first)
        && toponym.candidates.stream().allMatch(MentionJudge::isOrdinaryName)
        && hasLowerCaseNeighbour(words, toponym)) {
      toponym.because("an acronym", -4);
    }
  }

  private static boolean isOrdinaryName(Candidate candidate) {
    return candidate.nameKind != NameKind.ABBREVIATION && candidate.nameKind != NameKind.CONTAINER;
  }

  private static boolean isDateLine(WordScan words, Toponym toponym) {
    return words.gapBefore(toponym.firstWord) == WordScan.GAP_BREAK
        && words.isAllCapitals(toponym.firstWord)
        && toponym.endWord < words.count()
        && words.gapBefore(toponym.endWord) != WordScan.GAP_SPACE;
  }

  private static boolean hasLowerCaseNeighbour(WordScan words, Toponym toponym) {
    int before = toponym.firstWord - 1;
    int after = toponym.endWord;
    return (before >= 0 && !words.isAllCapitals(before))
        || (after < words.count() && !words.isAllCapitals(after));
  }

  private double prominence(Candidate candidate) {
    double weight =
        switch (gazetteer.kind(candidate.place)) {
          case COUNTRY -> 3;
          case ADMIN1 -> 1.5;
          case REGION, ADMIN2 -> 1.5;
          case CAPITAL -> Math.max(1, bySize(candidate.place));
          case SEAT -> Math.max(0, bySize(candidate.place));
          case TOWN -> bySize(candidate.place);
          case DISTRICT -> bySize(candidate.place) - 0.3;
          case FORMER_TOWN -> -1.5;
          case FEATURE -> 0;
        };
    return switch (candidate.nameKind) {
      case CANONICAL, ABBREVIATION, DESIGNATED -> weight;
      case ALTERNATE -> weight - (gazetteer.kind(candidate.place).isSettlement() ? 0.7 : 0);
      case FOREIGN, CONTAINER -> weight - 1.5;
      case ADJECTIVE -> -3;
    };
  }

  private double bySize(int place) {
    int population = gazetteer.population(place);
    return population <= 0 ? -1.3 : Math.min(2.5, Math.log10(population) - 4.2);
  }

  private void weighBefore(Toponym toponym, WordScan words) {
    int before = toponym.firstWord - 1;
    byte gap = words.gapBefore(toponym.firstWord);
    if (before < 0 || gap == WordScan.GAP_BREAK) {
      return;
    }
    long key = words.key(before);
    boolean capitalised = words.isCapitalised(before);
    if (gap == WordScan.GAP_HYPHEN) {
      if (capitalised && toponym.container == null) {
        toponym.because("the second half of a double name", -2);
      }
      return;
    }
    boolean abbreviatedTitle =
        gap == WordScan.GAP_STOP && words.length(before) <= LONGEST_ABBREVIATED_TITLE;
    if ((gap == WordScan.GAP_SPACE || abbreviatedTitle) && context.is(key, Role.TITLE)) {
      toponym.because("a title before it", -2.5);
      toponym.partOfName |= toponym.wordCount() == 1;
    } else if (gap == WordScan.GAP_SPACE) {
      weighWordBefore(toponym, words, before, key, capitalised);
    }
  }

  private void weighWordBefore(
      Toponym toponym, WordScan words, int before, long key, boolean capitalised) {
    if (context.is(key, Role.RELATION)) {
      toponym.because("a word of relation before it", 0.5);
      if (before > 0
          && words.isCapitalised(before - 1)
          && context.is(words.key(before - 1), Role.BODY)) {
        toponym.because("part of an organisation's name", -3);
      } else if (before > 0
          && !words.isCapitalised(before - 1)
          && context.is(words.key(before - 1), Role.LOCATIVE)) {
        toponym.because("a word for a kind of place before it", 1.5);
      }
    } else if (context.is(key, Role.LOCATIVE)) {
      toponym.because("a word for where before it", 1.5);
    } else if (capitalised && !context.is(key, Role.PART)) {
      boolean opens = isSentenceStart(words, before);
      if (!(opens && context.is(key, Role.COMMON))) {
        toponym.because("a capitalised word before it", opens ? -1.5 : -2.5);
        toponym.partOfName |= !opens && toponym.wordCount() == 1;
      }
    }
  }

  /** Tells whether it can be a country or first-level region. */
  private boolean isWide(Toponym toponym) {
    for (Candidate candidate : toponym.candidates) {
      PlaceKind kind = gazetteer.kind(candidate.place);
      if (candidate.nameKind != NameKind.FOREIGN
          && (kind == PlaceKind.COUNTRY || kind == PlaceKind.ADMIN1)) {
        return true;
      }
    }
    return false;
  }

  private void weighAfter(Toponym toponym, WordScan words) {
    int after = toponym.endWord;
    if (after >= words.count()) {
      return;
    }
    byte gap = words.gapBefore(after);
    if (gap == WordScan.GAP_HYPHEN
        && words.isCapitalised(after)
        && toponym.nextInList == null
        && toponym.wordCount() == 1
        && gazetteer.longestFrom(words.key(after)) == 0) {
      toponym.because("the first half of a double name", -2);
    }
    long key = words.key(after);
    if (gap == WordScan.GAP_POSSESSIVE
        && context.is(key, Role.STREET)
        && words.isCapitalised(after)) {
      toponym.because("a street or building", -6);
    }
    if (gap == WordScan.GAP_OTHER && words.isFollowedBy(toponym.endWord - 1, '$')) {
      toponym.because("a currency", -8);
    }
    if (gap != WordScan.GAP_SPACE) {
      return;
    }
    if (words.isCapitalised(after)) {
      if (context.is(key, Role.STREET)) {
        toponym.because("a street or building", -6);
      } else if (context.is(key, Role.COUNTY) && toponym.level == Level.ANY) {
        toponym.because("a county the gazetteer does not have", -6);
      } else if (isWide(toponym) && context.is(key, Role.ROLE)) {
        toponym.because("a body or office of the country or region", 0.5);
      } else if (context.is(key, Role.ORGANISATION)) {
        toponym.because("an organisation", -4);
      } else if (context.is(key, Role.EVENT)) {
        toponym.because("an event", -3);
      } else if (context.is(key, Role.FACILITY)) {
        toponym.because("something in the place", 0.5);
      } else if (!context.is(key, Role.ROLE)) {
        toponym.because("a capitalised word after it", isWide(toponym) ? -0.7 : -1.5);
      }
    } else if (context.is(key, Role.EVENT)) {
      toponym.because("names something after the place", -2);
    } else if (context.is(key, Role.UNIT)) {
      toponym.because("a unit named after it", isWide(toponym) ? 0 : -2);
    } else if (context.is(key, Role.SPEECH) && toponym.wordCount() == 1) {
      toponym.because("it speaks", -0.7);
    }
  }

  private void weighTagger(List<Toponym> toponyms, WordScan words, Names names) {
    List<NameMention> mentions = names.mentions();
    if (mentions.isEmpty()) {
      return;
    }
    Set<Long> wordsOfFullNames = wordsOfFullNames(mentions, words.text());
    int next = 0;
    for (Toponym toponym : toponyms) {
      while (next < mentions.size() && mentions.get(next).span().end() <= toponym.start) {
        next++;
      }
      if (next == mentions.size() || !mentions.get(next).span().overlaps(toponym.span())) {
        toponym.because("no name to the tagger", toponym.respelled ? -3 : -1);
        continue;
      }
      toponym.tagged = true;
      NameMention mention = mentions.get(next);
      boolean whole = toponym.span().contains(mention.span());
      if (mention.type() == EntityType.PERSON
          && whole
          && !isWide(toponym)
          && respellings.isTransliterated(toponym.candidates.get(0).place)
          && !wordsOfFullNames.contains(words.key(toponym.firstWord))) {
        // News gives a person's name in full before it gives the family name alone.
        toponym.because("to the tagger a person whose name is nowhere in full", -1.5);
        continue;
      }
      double weight = taggerWeight(mention.type(), whole);
      if (mention.type() == EntityType.ORGANIZATION
          && mention.span().start() == toponym.start
          && isWide(toponym)) {
        weight += 1;
      }
      toponym.because("the tagger says " + mention.type(), weight);
      toponym.partOfName |= mention.type() == EntityType.PERSON;
    }
  }

  private static Set<Long> wordsOfFullNames(List<NameMention> mentions, String text) {
    Set<Long> found = new HashSet<>();
    for (NameMention mention : mentions) {
      if (mention.type() == EntityType.PERSON) {
        WordScan name = WordScan.of(mention.span().of(text));
        for (int word = 0; name.count() > 1 && word < name.count(); word++) {
          found.add(name.key(word));
        }
      }
    }
    return found;
  }

  private static double taggerWeight(EntityType type, boolean whole) {
    return switch (type) {
      case LOCATION -> whole ? 3 : 1.5;
      case PERSON -> -4;
      case ORGANIZATION -> whole ? -1 : -2.5;
      case MISC -> -1;
      case OTHER -> 0;
    };
  }

  /** A word that is part of a person's name here is hardly a place elsewhere in the article. */
  private static void weighPersons(List<Toponym> toponyms) {
    Set<Long> persons = new HashSet<>();
    for (Toponym toponym : toponyms) {
      if (toponym.partOfName) {
        persons.add(toponym.key);
      }
    }
    if (persons.isEmpty()) {
      return;
    }
    for (Toponym toponym : toponyms) {
      if (persons.contains(toponym.key) && toponym.wordCount() == 1) {
        toponym.because("part of a longer name elsewhere", -1.5);
      }
    }
  }

  private static boolean isSentenceStart(WordScan words, int word) {
    if (word == 0) {
      return true;
    }
    return switch (words.gapBefore(word)) {
      case WordScan.GAP_BREAK, WordScan.GAP_STOP -> true;
      case WordScan.GAP_OTHER -> words.hasSentenceEnd(word);
      default -> false;
    };
  }
}

package dev.dateline.enrich.places;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.ContextWords.Role;
import dev.dateline.enrich.places.Toponym.Candidate;
import dev.dateline.enrich.places.Toponym.Level;
import dev.dateline.schemas.avro.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weighs for each name of the gazetteer in a text whether it names a place there, by the words
 * around it, by what it could stand for, and by what the names tagger says.
 *
 * <p>Weights are in units of "rather": 1 tips an otherwise even case, 3 settles it. Immutable and
 * thread-safe.
 */
final class MentionJudge {

  private final Gazetteer gazetteer;
  private final ContextWords context;

  MentionJudge(Gazetteer gazetteer, ContextWords context) {
    this.gazetteer = gazetteer;
    this.context = context;
  }

  /** Weighs every toponym of an article, and links each to the one that holds it. */
  void judge(List<Toponym> toponyms, WordScan words, Names names) {
    linkContainers(toponyms, words);
    for (Toponym toponym : toponyms) {
      weighName(toponym, words);
      weighBefore(toponym, words);
      weighAfter(toponym, words);
    }
    weighTagger(toponyms, names);
    weighPersons(toponyms);
  }

  private void linkContainers(List<Toponym> toponyms, WordScan words) {
    for (int i = 0; i + 1 < toponyms.size(); i++) {
      Toponym inner = toponyms.get(i);
      Toponym outer = toponyms.get(i + 1);
      if (outer.firstWord == inner.endWord
          && words.gapBefore(outer.firstWord) == WordScan.GAP_COMMA
          && canHold(outer, inner)) {
        inner.container = outer;
        inner.because("followed by a place that holds it", 4);
        outer.because("holds the place before it", 3);
      }
    }
  }

  private boolean canHold(Toponym outer, Toponym inner) {
    for (Candidate candidate : inner.candidates) {
      for (Candidate holder : outer.candidates) {
        if (holds(holder.place, candidate.place)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean holds(int outer, int inner) {
    return outer != inner
        && (gazetteer.country(inner) == outer
            || gazetteer.admin1(inner) == outer
            || (gazetteer.admin1(inner) != Gazetteer.NONE
                && gazetteer.kind(outer) == PlaceKind.ADMIN2
                && gazetteer.admin1(inner) == gazetteer.admin1(outer)));
  }

  private void weighName(Toponym toponym, WordScan words) {
    double best = -3;
    for (Candidate candidate : toponym.candidates) {
      best = Math.max(best, prominence(candidate));
    }
    toponym.because("what it could stand for", best);
    int count = toponym.endWord - toponym.firstWord;
    if (count > 1) {
      toponym.because("several words", 1);
    }
    if (count == 1 && context.is(words.key(toponym.firstWord), Role.COMMON)) {
      toponym.because("an ordinary word", isSentenceStart(words, toponym.firstWord) ? -5 : -1.5);
    }
    if (count == 1
        && words.isAllCapitals(toponym.firstWord)
        && words.length(toponym.firstWord) <= 5
        && !words.isDotted(toponym.firstWord)
        && toponym.candidates.stream().noneMatch(c -> c.nameKind == NameKind.ABBREVIATION)
        && toponym.candidates.stream().noneMatch(c -> c.nameKind == NameKind.CONTAINER)
        && hasLowerCaseNeighbour(words, toponym)) {
      toponym.because("an acronym", -4);
    }
    if (toponym.level != Level.ANY) {
      toponym.because("a word for region follows", 3);
    }
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
    if (before < 0 || words.gapBefore(toponym.firstWord) == WordScan.GAP_BREAK) {
      return;
    }
    byte gap = words.gapBefore(toponym.firstWord);
    long key = words.key(before);
    if (gap == WordScan.GAP_SPACE && context.is(key, Role.LOCATIVE)) {
      toponym.because("a word for where before it", 1.5);
    } else if (gap == WordScan.GAP_SPACE && context.is(key, Role.RELATION)) {
      toponym.because("a word of relation before it", 0.5);
    } else if ((gap == WordScan.GAP_SPACE
            || (gap == WordScan.GAP_STOP && words.length(before) <= 4))
        && context.is(key, Role.TITLE)) {
      toponym.because("a title before it", -2.5);
    } else if (gap == WordScan.GAP_SPACE
        && words.isCapitalised(before)
        && !context.is(key, Role.PART)
        && !(isSentenceStart(words, before) && context.is(key, Role.COMMON))) {
      toponym.because("a capitalised word before it", isSentenceStart(words, before) ? -1.5 : -2.5);
    }
  }

  private void weighAfter(Toponym toponym, WordScan words) {
    int after = toponym.endWord;
    if (after >= words.count()) {
      return;
    }
    byte gap = words.gapBefore(after);
    long key = words.key(after);
    boolean capitalised = words.isCapitalised(after);
    if (gap == WordScan.GAP_SPACE && capitalised) {
      if (context.is(key, Role.STREET)) {
        toponym.because("a street or building", -6);
      } else if (context.is(key, Role.ORGANISATION)) {
        toponym.because("an organisation", -4);
      } else if (context.is(key, Role.EVENT)) {
        toponym.because("an event", -3);
      } else if (context.is(key, Role.FACILITY)) {
        toponym.because("something in the place", 0.5);
      } else if (!context.is(key, Role.ROLE)) {
        toponym.because("a capitalised word after it", -1.5);
      }
    } else if (gap == WordScan.GAP_SPACE
        && context.is(key, Role.SPEECH)
        && toponym.endWord - toponym.firstWord == 1) {
      toponym.because("it speaks", -0.7);
    }
  }

  private static void weighTagger(List<Toponym> toponyms, Names names) {
    if (names.mentions().isEmpty()) {
      return;
    }
    int next = 0;
    List<NameMention> mentions = names.mentions();
    for (Toponym toponym : toponyms) {
      while (next < mentions.size() && mentions.get(next).span().end() <= toponym.start) {
        next++;
      }
      if (next == mentions.size() || !mentions.get(next).span().overlaps(toponym.span())) {
        toponym.because("no name to the tagger", -1);
        continue;
      }
      NameMention mention = mentions.get(next);
      boolean whole = toponym.span().contains(mention.span());
      toponym.because("the tagger says " + mention.type(), taggerWeight(mention.type(), whole));
    }
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
      if (toponym.reasons.stream()
          .anyMatch(
              reason ->
                  (reason.reason().equals("a capitalised word before it") && reason.weight() < -2)
                      || reason.reason().equals("the tagger says " + EntityType.PERSON))) {
        persons.add(toponym.key);
      }
    }
    for (Toponym toponym : toponyms) {
      if (persons.contains(toponym.key) && toponym.endWord - toponym.firstWord == 1) {
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
      case WordScan.GAP_OTHER -> {
        String between = words.text().substring(words.end(word - 1), words.start(word));
        yield between.indexOf('.') >= 0
            || between.indexOf('?') >= 0
            || between.indexOf('!') >= 0
            || between.indexOf('“') >= 0
            || between.indexOf('"') >= 0;
      }
      default -> false;
    };
  }
}

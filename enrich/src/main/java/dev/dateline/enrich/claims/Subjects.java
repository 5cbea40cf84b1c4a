package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.schemas.avro.EntityType;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the noun phrase that says something: before its verb, after it, or further off. Stateless.
 */
final class Subjects {

  /** How far an apposition or relative clause between noun and verb may reach. */
  private static final int LONGEST_INSERTION = 40;

  /** "R-Va.", "D-N.Y.". */
  private static final Pattern PARTY = Pattern.compile("[RDI]-[A-Z][A-Za-z.]{1,6}");

  /** "The Russians themselves admit": stress, not a subject. */
  private static final Set<String> REFLEXIVE = Set.of("himself", "herself", "itself", "themselves");

  private static final Set<String> PRONOUNS_OF_PHRASES = Set.of("which", "who");

  private static final Set<String> ATTACHING =
      Set.of(
          "of",
          "for",
          "in",
          "at",
          "from",
          "with",
          "on",
          "to",
          "by",
          "near",
          "under",
          "against",
          "about",
          "inside",
          "within",
          "outside",
          "across",
          "behind",
          "between",
          "among",
          "over",
          "into",
          "along",
          "around",
          "throughout");

  private Subjects() {}

  /** Returns the subject of the verb group that starts at an index; null when there is none. */
  static @Nullable Phrase before(Passage p, int verb, int floor) {
    int i = skipFraming(p, verb - 1, floor);
    while (i > floor && p.isAny(i, REFLEXIVE) && Grammar.endsNounPhrase(p, i - 1)) {
      i--;
    }
    boolean inserted = false;
    int end = i + 1;
    while (i > floor && (p.isComma(i) || p.isDash(i))) {
      int opening = openingOfInsertion(p, i, floor);
      if (opening < 0) {
        return strayComma(p, i, floor);
      }
      inserted = true;
      end = inserted && end == i + 1 ? i : end;
      i = opening - 1;
    }
    int participle = i;
    while (participle > floor && p.hasPos(participle, "ADP")) {
      participle = skipFraming(p, participle - 1, floor);
    }
    if (participle > floor
        && participle < verb - 1
        && p.isAny(participle, WordLists.PUBLISHED)
        && Grammar.endsNounPhrase(p, participle - 1)) {
      // "a poll released Wednesday found": what is said of the noun when it came out.
      i = participle - 1;
      end = i + 1;
    }
    if (i < floor || !Grammar.endsNounPhrase(p, i)) {
      return null;
    }
    int nounEnd = i + 1;
    int start = attachLeft(p, i, floor);
    if (start < 0) {
      return beforePhrase(p, i, floor);
    }
    if (inserted
        && p.isComma(start - 1)
        && start - 2 >= floor
        && !p.isTime(start - 2)
        && Grammar.endsNounPhrase(p, start - 2)) {
      int earlier = attachLeft(p, start - 2, floor);
      if (earlier >= 0 && opensClause(p, earlier, floor) && !p.isCapitalised(start)) {
        return phrase(p, earlier, start - 1, end);
      }
    }
    if (!inserted && p.isComma(start - 1)) {
      Phrase named = unclosedApposition(p, start, nounEnd, floor);
      if (named != null) {
        return named;
      }
    }
    return phrase(p, start, nounEnd, Math.max(end, nounEnd));
  }

  /**
   * "Yevgeny Prigozhin, in a message on Telegram called": where and how stands between them, with a
   * comma only before it.
   */
  private static @Nullable Phrase beforePhrase(Passage p, int last, int floor) {
    int comma = last;
    while (comma > floor && !p.isComma(comma)) {
      if (Grammar.isFinite(p, comma) || p.isQuotation(comma)) {
        return null;
      }
      comma--;
    }
    if (comma <= floor || !p.hasPos(comma + 1, "ADP")) {
      return null;
    }
    Phrase subject = before(p, comma, floor);
    return subject != null && opensClause(p, subject.from(), floor) ? subject : null;
  }

  /** "Sen. Warner, R-Va. announced", "Humeniuk, head of the centre said": no comma closes it. */
  private static @Nullable Phrase unclosedApposition(Passage p, int start, int end, int floor) {
    int name = start - 2;
    if (name < floor || !isPerson(p, name) || !describes(p, start, end)) {
      return null;
    }
    int from = Grammar.nounPhraseStart(p, name, floor);
    return opensClause(p, from, floor) ? phrase(p, from, start - 1, end) : null;
  }

  /** Tells whether a noun phrase says what someone is: a role, or a party and a state. */
  private static boolean describes(Passage p, int from, int to) {
    boolean role = false;
    for (int i = from; i < to; i++) {
      if (isPerson(p, i)) {
        return false;
      }
      role |= p.isAny(i, WordLists.ROLE_NOUN);
    }
    return role || PARTY.matcher(p.span(from, to).of(p.text())).matches();
  }

  private static boolean isPerson(Passage p, int i) {
    NameMention mention = p.item(i).mention();
    return mention != null && mention.type() == EntityType.PERSON;
  }

  /**
   * Returns the office that speaks word for word from another language ("In the ministry stated");
   * null when none does.
   */
  static @Nullable Phrase inOffice(Passage p, int verb, int floor) {
    return inside(p, verb, floor, Set.of(EntityType.ORGANIZATION));
  }

  /** Returns where "they" speak ("In the Kremlin they say"); null where no place is named. */
  static @Nullable Phrase inPlace(Passage p, int they, int floor) {
    return inside(p, they, floor, Set.of(EntityType.ORGANIZATION, EntityType.LOCATION));
  }

  private static @Nullable Phrase inside(Passage p, int verb, int floor, Set<EntityType> types) {
    int last = verb - 1;
    if (last <= floor || !Grammar.endsNounPhrase(p, last)) {
      return null;
    }
    int start = Grammar.nounPhraseStart(p, last, floor);
    while (p.is(start - 1, "of") && start - 2 > floor && Grammar.endsNounPhrase(p, start - 2)) {
      start = Grammar.nounPhraseStart(p, start - 2, floor);
    }
    NameMention mention =
        p.item(start).mention() == null && start + 1 < verb
            ? p.item(start + 1).mention()
            : p.item(start).mention();
    boolean office = mention != null && types.contains(mention.type());
    boolean opens = start - 1 == floor || p.isComma(start - 2) || p.isQuotation(start - 2);
    return office && opens && (p.is(start - 1, "in") || p.is(start - 1, "at"))
        ? phrase(p, start, verb, verb)
        : null;
  }

  /**
   * Returns the subject that follows its verb ("…, said X, a spokesman"); null when there is none.
   */
  static @Nullable Phrase after(Passage p, int from, int ceiling) {
    int end = Grammar.nounPhraseEnd(p, from, ceiling);
    if (end == from
        || !Grammar.endsNounPhrase(p, end - 1)
        || p.isTime(from)
        || p.isAny(from, Grammar.RELATIVE)) {
      return null;
    }
    int head = end;
    while (end + 1 < ceiling
        && p.hasPos(end, "ADP")
        && p.isAny(end, ATTACHING)
        && !p.isTime(end + 1)) {
      if (!p.is(end, "of")
          && !p.is(end, "for")
          && !p.is(end, "at")
          && !p.is(end, "from")
          && !p.is(end, "with")) {
        break;
      }
      int next = Grammar.nounPhraseEnd(p, end + 1, ceiling);
      if (next == end + 1) {
        break;
      }
      end = next;
      head = next;
    }
    int whole = end;
    if (p.isComma(end)) {
      int close = end + 1;
      while (close < ceiling
          && !p.isComma(close)
          && !p.isStop(close)
          && close - end < LONGEST_INSERTION) {
        close++;
      }
      boolean relative = close > end + 1 && p.isAny(end + 1, Grammar.RELATIVE);
      if (relative || isApposition(p, end + 1, close)) {
        whole = close;
      }
    }
    return phrase(p, from, head, whole);
  }

  /** Returns the noun phrase between "with" and a participle ("with X saying"); null when none. */
  static @Nullable Phrase withParticiple(Passage p, int verb, int floor) {
    if (verb - 1 < floor || !Grammar.endsNounPhrase(p, verb - 1)) {
      return null;
    }
    int start = Grammar.nounPhraseStart(p, verb - 1, floor);
    return p.is(start - 1, "with") ? phrase(p, start, verb, verb) : null;
  }

  /** Returns the subject of the first clause of the passage that has one; null when none does. */
  static @Nullable Phrase ofMainClause(Passage p, int verb) {
    for (int i = 0; i < verb; i++) {
      if (Grammar.isFinite(p, i)) {
        Phrase subject = before(p, VerbGroup.start(p, i, 0), 0);
        if (subject != null && names(p, subject)) {
          return subject;
        }
      }
    }
    return null;
  }

  /** Returns the noun phrase a relative pronoun points back to; null when none stands before it. */
  static @Nullable Phrase antecedent(Passage p, int relative, int floor) {
    int last = relative - 1;
    if (p.isComma(last)) {
      last--;
    }
    if (last < floor || !Grammar.endsNounPhrase(p, last)) {
      return null;
    }
    int start = attachLeft(p, last, floor);
    if (start < 0) {
      start = Grammar.nounPhraseStart(p, last, floor);
    }
    return phrase(p, start, last + 1, last + 1);
  }

  /** Tells whether a subject says who it is: not "which", not "there". */
  private static boolean names(Passage p, Phrase subject) {
    return !p.isAny(subject.coreFrom(), Grammar.RELATIVE) && !p.is(subject.coreFrom(), "there");
  }

  private static boolean isApposition(Passage p, int from, int to) {
    return to > from
        && isInsertion(p, from, to)
        && !p.lower(from).endsWith("ing")
        && !p.hasPos(from, "ADP")
        && Grammar.endsNounPhrase(p, to - 1);
  }

  /**
   * Returns the subject of the clause around a verb that has none of its own; null when unknown.
   */
  static @Nullable Phrase ofClause(Passage p, int verb, int floor) {
    for (int i = verb - 1; i >= floor; i--) {
      if (Grammar.isFinite(p, i)) {
        int start = VerbGroup.start(p, i, floor);
        Phrase subject = before(p, start, floor);
        if (subject != null && names(p, subject)) {
          return subject;
        }
      }
    }
    return null;
  }

  /** "The company Acme.com, has said": the comma of a hurried writer or a machine. */
  private static @Nullable Phrase strayComma(Passage p, int comma, int floor) {
    if (!p.isComma(comma)
        || !(p.hasPos(comma + 1, "AUX") || p.isAny(comma + 1, WordLists.SURE_CUE))
        || comma - 1 < floor
        || !Grammar.endsNounPhrase(p, comma - 1)) {
      return null;
    }
    int start = attachLeft(p, comma - 1, floor);
    boolean clause = false;
    for (int i = Math.max(start, floor); i < comma; i++) {
      clause |= p.hasPos(i, "VERB") || p.hasPos(i, "AUX");
    }
    return start == floor && !clause && p.isCapitalised(start)
        ? phrase(p, start, comma, comma)
        : null;
  }

  private static int skipFraming(Passage p, int from, int floor) {
    int i = from;
    while (i >= floor) {
      if (p.hasPos(i, "ADV") || p.is(i, "also") || p.isTime(i)) {
        i--;
      } else if (p.isAny(i, Set.of("on", "in", "early", "late")) && p.isTime(i + 1)) {
        i--;
      } else if (p.is(i, ")")) {
        int open = i;
        while (open > floor && !p.is(open, "(")) {
          open--;
        }
        if (!p.is(open, "(")) {
          return i;
        }
        i = open - 1;
      } else {
        return i;
      }
    }
    return i;
  }

  private static int openingOfInsertion(Passage p, int close, int floor) {
    boolean comma = p.isComma(close);
    int lowest = Math.max(floor, close - LONGEST_INSERTION);
    for (int j = close - 1; j > lowest; j--) {
      if (comma ? !p.isComma(j) : !p.isDash(j)) {
        if (p.isQuotation(j) && !Grammar.isNamelike(p, j)) {
          return -1;
        }
        continue;
      }
      if (close - j > 1 && isInsertion(p, j + 1, close) && Grammar.endsNounPhrase(p, j - 1)) {
        return j;
      }
    }
    return -1;
  }

  private static boolean isInsertion(Passage p, int from, int to) {
    if (p.isAny(from, Grammar.RELATIVE)
        || (p.hasPos(from, "ADP") && p.isAny(from + 1, Grammar.RELATIVE))) {
      return true;
    }
    int first = p.isAny(from, WordLists.PUBLISHED) ? from + 1 : from;
    int end = first;
    while (end < to && !(p.isAny(end, PRONOUNS_OF_PHRASES) && Grammar.endsNounPhrase(p, end - 2))) {
      end++;
    }
    return !p.hasPos(from, "CCONJ")
        && !p.hasPos(from, "SCONJ")
        && !Grammar.hasFinite(p, first, end);
  }

  /**
   * Follows prepositions, participles, coordination and relative clauses to the phrase's first
   * item.
   */
  private static int attachLeft(Passage p, int last, int floor) {
    int start = Grammar.nounPhraseStart(p, last, floor);
    int steps = 0;
    while (start > floor && ++steps < LONGEST_INSERTION) {
      int before = start - 1;
      if (p.hasPos(before, "ADP") && p.isAny(before, ATTACHING)) {
        if (before - 1 >= floor && Grammar.endsNounPhrase(p, before - 1) && !p.isTime(before - 1)) {
          start = Grammar.nounPhraseStart(p, before - 1, floor);
          continue;
        }
        if (isPostmodifier(p, before - 1, floor)) {
          start = Grammar.nounPhraseStart(p, before - 2, floor);
          continue;
        }
        if (p.hasPos(before - 1, "VERB") || p.hasPos(before - 1, "AUX")) {
          int relative = relativeBefore(p, before - 1, floor);
          if (relative > floor && Grammar.endsNounPhrase(p, relative - 1)) {
            start = Grammar.nounPhraseStart(p, relative - 1, floor);
            continue;
          }
        }
        // "in Kyiv said": the noun belongs to a preposition that nothing carries.
        return before - 1 < floor || p.isComma(before - 1) ? -1 : start;
      }
      if (isPostmodifier(p, before, floor)) {
        start = Grammar.nounPhraseStart(p, before - 1, floor);
        continue;
      }
      if (p.hasPos(before, "CCONJ")
          && before - 1 >= floor
          && Grammar.endsNounPhrase(p, before - 1)) {
        int left = attachLeft(p, before - 1, floor);
        if (left >= 0 && opensClause(p, left, floor)) {
          return listStart(p, left, floor);
        }
        return start;
      }
      if (p.hasPos(before, "VERB") || p.hasPos(before, "AUX")) {
        int relative = relativeBefore(p, before, floor);
        if (relative > floor && Grammar.endsNounPhrase(p, relative - 1)) {
          start = Grammar.nounPhraseStart(p, relative - 1, floor);
          continue;
        }
      }
      return start;
    }
    return start;
  }

  /** "Smith, Jones and Okoro": follows the commas to the first of several names. */
  private static int listStart(Passage p, int second, int floor) {
    int start = second;
    while (p.isComma(start - 1)
        && start - 2 >= floor
        && p.hasPos(start - 2, "PROPN")
        && !p.isTime(start - 2)
        && p.isCapitalised(start)) {
      start = Grammar.nounPhraseStart(p, start - 2, floor);
    }
    return start;
  }

  private static boolean isPostmodifier(Passage p, int i, int floor) {
    return i > floor
        && p.hasPos(i, "VERB")
        && (p.lower(i).endsWith("ing") || p.lower(i).endsWith("ed") || p.is(i + 1, "by"))
        && Grammar.endsNounPhrase(p, i - 1)
        && !p.hasPos(i - 1, "PRON");
  }

  private static int relativeBefore(Passage p, int verb, int floor) {
    for (int i = verb; i >= Math.max(floor, verb - 12); i--) {
      if (p.is(i, "who") || p.is(i, "which")) {
        return i;
      }
      if (p.isComma(i) || p.isQuotation(i)) {
        return -1;
      }
    }
    return -1;
  }

  /** Tells whether a clause may begin at an index. */
  private static boolean opensClause(Passage p, int i, int floor) {
    return i <= floor
        || p.isPunctuation(i - 1)
        || p.isQuotation(i - 1)
        || p.hasPos(i - 1, "CCONJ")
        || p.hasPos(i - 1, "SCONJ")
        || p.isAny(i - 1, Grammar.SUBORDINATORS)
        || p.hasPos(i - 1, "ADV")
        || p.isTime(i - 1);
  }

  private static Phrase phrase(Passage p, int from, int headEnd, int to) {
    int person = personIn(p, from, to, headEnd);
    return person >= 0
        ? new Phrase(from, to, person, nameEnd(p, person, to))
        : new Phrase(from, to, from, headEnd);
  }

  private static int personIn(Passage p, int from, int to, int headEnd) {
    if (isSeveral(p, from, headEnd)) {
      return -1;
    }
    int found = -1;
    for (int i = from; i < to; i++) {
      NameMention mention = p.item(i).mention();
      if (mention == null
          || mention.type() != EntityType.PERSON
          || (i > 0 && mention.equals(p.item(i - 1).mention()))
          || p.hasPos(i - 1, "ADP")) {
        continue;
      }
      int end = nameEnd(p, i, to);
      boolean head = end == headEnd || (end < headEnd && (p.isComma(end) || p.hasPos(end, "ADP")));
      boolean apposed = i > headEnd && p.isComma(i - 1) && found < 0;
      if ((head && (!insideAttachment(p, from, i) || isNamedRole(p, from, i))) || apposed) {
        found = i;
      }
    }
    return found;
  }

  /** "the head of the council Lukashuk", "Secretary of State Rice": the name after what he is. */
  private static boolean isNamedRole(Passage p, int from, int name) {
    boolean title =
        p.isAny(name - 1, WordLists.ROLE_NOUN) || p.isAny(name - 1, WordLists.HONORIFIC);
    if (title && !p.hasPos(name - 2, "DET")) {
      // "the spokesman for President Obama" is not Obama.
      return false;
    }
    for (int i = from; i < name - 1; i++) {
      if (p.hasPos(i + 1, "ADP")) {
        return p.isAny(i, WordLists.ROLE_NOUN);
      }
    }
    return false;
  }

  /** "Smith and Jones": two who speak together are one phrase. */
  private static boolean isSeveral(Passage p, int from, int headEnd) {
    for (int i = from + 1; i < headEnd - 1 && !p.hasPos(i, "ADP"); i++) {
      if (p.hasPos(i, "CCONJ")) {
        return p.hasPos(i - 1, "PROPN") && p.hasPos(i + 1, "PROPN");
      }
    }
    return false;
  }

  private static int nameEnd(Passage p, int start, int ceiling) {
    NameMention mention = p.item(start).mention();
    int end = start + 1;
    while (end < ceiling && mention != null && mention.equals(p.item(end).mention())) {
      end++;
    }
    return end;
  }

  private static boolean insideAttachment(Passage p, int from, int i) {
    for (int j = i - 1; j >= from; j--) {
      // "Russian-installed governor": a participle of a compound attaches nothing.
      boolean compound = p.is(j - 1, "-") || p.lower(j).contains("-");
      if (p.hasPos(j, "ADP") || (p.hasPos(j, "VERB") && !compound)) {
        return true;
      }
    }
    return false;
  }
}

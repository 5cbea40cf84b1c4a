package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.schemas.avro.EntityType;
import java.util.Set;

/** What one can tell of a word from its part of speech, its form and its neighbours. Stateless. */
final class Grammar {

  static final Set<String> PERSONAL =
      Set.of(
          "i",
          "he",
          "she",
          "it",
          "we",
          "they",
          "you",
          "who",
          "these",
          "those",
          "this",
          "that",
          "everyone",
          "everybody",
          "someone",
          "nobody",
          "others",
          "one",
          "many",
          "some",
          "several",
          "most",
          "both",
          "all",
          "few");

  /** Pronouns of those who may be quoted without a cue. */
  static final Set<String> PEOPLE = Set.of("he", "she", "they");

  static final Set<String> POSSESSIVE =
      Set.of("my", "his", "her", "its", "their", "our", "your", "whose");

  static final Set<String> RELATIVE = Set.of("who", "which", "that", "whose", "whom", "where");

  static final Set<String> BE =
      Set.of(
          "be", "been", "being", "is", "are", "was", "were", "am", "'s", "’s", "'re", "’re", "'m",
          "’m");

  static final Set<String> HAVE = Set.of("have", "has", "had", "having", "'ve", "’ve", "'d", "’d");

  static final Set<String> NOT =
      Set.of("not", "n't", "n’t", "cannot", "never", "hardly", "neither", "nor");

  static final Set<String> SUBORDINATORS =
      Set.of(
          "that",
          "because",
          "although",
          "though",
          "while",
          "whereas",
          "if",
          "when",
          "after",
          "before",
          "since",
          "until",
          "unless",
          "as",
          "once",
          "whether",
          "where",
          "so",
          "than",
          "how",
          "why",
          "what");

  /** What opens a clause that only says when or why something was said. */
  static final Set<String> FRAMING_CONJUNCTIONS =
      Set.of(
          "as",
          "when",
          "while",
          "after",
          "before",
          "asked",
          "although",
          "though",
          "since",
          "once",
          "if",
          "because");

  static final Set<String> GENITIVE = Set.of("'s", "’s");

  /** Words that are no names even with a capital letter. */
  static final Set<String> FUNCTION_WORDS =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "in",
          "on",
          "at",
          "by",
          "for",
          "from",
          "to",
          "with",
          "about",
          "over",
          "under",
          "after",
          "before",
          "during",
          "since",
          "until",
          "against",
          "between",
          "among",
          "through",
          "despite",
          "amid",
          "within",
          "without",
          "into",
          "near",
          "across",
          "following",
          "and",
          "or",
          "but",
          "nor",
          "so",
          "yet",
          "if",
          "when",
          "while",
          "as",
          "because",
          "although",
          "though",
          "whether",
          "that",
          "this",
          "these",
          "those",
          "he",
          "she",
          "it",
          "we",
          "they",
          "i",
          "you",
          "him",
          "her",
          "them",
          "us",
          "me",
          "his",
          "its",
          "their",
          "our",
          "my",
          "your",
          "who",
          "which",
          "what",
          "where",
          "why",
          "how",
          "there",
          "here",
          "not",
          "no",
          "also",
          "meanwhile",
          "however",
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "has",
          "have",
          "had",
          "do",
          "does",
          "did",
          "will",
          "would",
          "can",
          "could",
          "may",
          "might",
          "must",
          "should",
          "shall",
          "some",
          "many",
          "most",
          "all",
          "both",
          "each",
          "every",
          "any",
          "several",
          "such",
          "other",
          "others",
          "one",
          "like",
          "unlike",
          "according",
          "speaking",
          "asked",
          "still",
          "just",
          "only",
          "even",
          "earlier",
          "later",
          "then",
          "now",
          "once",
          "again",
          "up",
          "out",
          "off",
          "down",
          "than",
          "too",
          "very",
          "let",
          "let's");

  /** All that the tagger may call a preposition; anything else it calls one is a noun. */
  static final Set<String> PREPOSITIONS =
      Set.of(
          "of",
          "in",
          "on",
          "at",
          "by",
          "for",
          "from",
          "to",
          "with",
          "about",
          "over",
          "under",
          "after",
          "before",
          "during",
          "since",
          "until",
          "till",
          "against",
          "between",
          "among",
          "amongst",
          "through",
          "throughout",
          "despite",
          "amid",
          "amidst",
          "within",
          "without",
          "into",
          "onto",
          "near",
          "across",
          "following",
          "as",
          "like",
          "unlike",
          "than",
          "per",
          "via",
          "upon",
          "off",
          "out",
          "up",
          "down",
          "around",
          "along",
          "behind",
          "beyond",
          "below",
          "above",
          "beneath",
          "beside",
          "besides",
          "inside",
          "outside",
          "past",
          "towards",
          "toward",
          "except",
          "including",
          "concerning",
          "regarding",
          "because",
          "due",
          "owing",
          "thanks",
          "according",
          "ahead",
          "instead",
          "such",
          "alongside",
          "aboard",
          "versus",
          "vs",
          "round",
          "that",
          "if",
          "whether",
          "while",
          "although",
          "though",
          "so",
          "once",
          "where",
          "when",
          "but",
          "not",
          "based",
          "given",
          "depending",
          "starting",
          "prior",
          "next",
          "close",
          "apart",
          "aside",
          "away",
          "back",
          "other",
          "rather",
          "worth",
          "minus",
          "plus",
          "unless",
          "how",
          "why",
          "let",
          "both",
          "et",
          "de",
          "la",
          "no",
          "or",
          "and",
          "forward",
          "ago");

  private static final Set<String> BOUNDS =
      Set.of("over", "about", "around", "under", "nearly", "almost", "some", "roughly");

  private static final Set<String> ROUND =
      Set.of("dozen", "hundred", "thousand", "million", "billion", "third", "quarter", "half");

  private Grammar() {}

  /** Tells whether the item can end a noun phrase. */
  static boolean endsNounPhrase(Passage p, int i) {
    String pos = p.pos(i);
    if (p.isQuotation(i)) {
      return isNamelike(p, i);
    }
    return switch (pos) {
      case "NOUN", "PROPN", "PRON", "X", "SYM" -> !p.isAny(i, POSSESSIVE) && !p.isAny(i, NOT);
      case "NUM" -> true;
      case "DET", "ADJ" -> PERSONAL.contains(p.lower(i)) || endsLikeNoun(p, i, pos);
      default -> p.is(i, "%") || p.is(i, ")") || isUnknownName(p, i);
    };
  }

  /** "the Indonesian military": an adjective that no noun follows. */
  private static boolean endsLikeNoun(Passage p, int i, String pos) {
    boolean led =
        p.hasPos(i - 1, "DET")
            || p.hasPos(i - 1, "ADJ")
            || p.hasPos(i - 1, "PROPN")
            || p.hasPos(i - 1, "NOUN");
    return pos.equals("ADJ") && (led || p.isCapitalised(i)) && !p.hasPos(i + 1, "NOUN");
  }

  /** Tells whether a capital letter makes it a name that the tagger does not know. */
  private static boolean isUnknownName(Passage p, int i) {
    boolean open =
        p.hasPos(i, "ADJ") || p.hasPos(i, "VERB") || p.hasPos(i, "ADV") || p.hasPos(i, "INTJ");
    return open
        && p.isCapitalised(i)
        && (i > 0 || p.hasPos(i + 1, "VERB"))
        && p.item(i).surface().length() > 3;
  }

  /** Tells whether a quotation is short enough to be a name or a word in a phrase. */
  static boolean isNamelike(Passage p, int i) {
    return p.isQuotation(i) && !p.item(i).statement();
  }

  /** Tells whether the item is a verb or auxiliary that carries the tense of its clause. */
  static boolean isFinite(Passage p, int i) {
    if (p.hasPos(i, "AUX")) {
      return !p.is(i, "be") && !p.is(i, "been") && !p.is(i, "being") && !p.is(i - 1, "to");
    }
    if (!p.hasPos(i, "VERB") || p.lower(i).endsWith("ing")) {
      return false;
    }
    int before = i - 1;
    while (p.hasPos(before, "ADV") || p.isAny(before, NOT)) {
      before--;
    }
    if (p.is(before, "to") || p.hasPos(before, "AUX")) {
      return false;
    }
    // "a Washington-based group": a participle.
    if (p.is(i - 1, "-") || p.lower(i).contains("-")) {
      return false;
    }
    // "the area controlled by": a participle.
    return !(p.is(i + 1, "by") && endsNounPhrase(p, i - 1))
        && !(p.hasPos(i - 1, "DET") || p.hasPos(i - 1, "ADJ"));
  }

  /** Tells whether a finite verb stands from one index to before another. */
  static boolean hasFinite(Passage p, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isFinite(p, i)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the word may stand inside a noun phrase, seen from the word to its right. */
  static boolean insideNounPhrase(Passage p, int i) {
    Quotation quotation = p.quotation(i);
    if (quotation != null) {
      // 'on "Meet the Press," Smith': the comma parts the two.
      return isNamelike(p, i) && !quotation.inner().of(p.text()).endsWith(",");
    }
    String pos = p.pos(i);
    return switch (pos) {
      case "NOUN", "PROPN", "ADJ", "NUM", "X", "SYM" -> true;
      case "PART" -> p.lower(i).endsWith("s") || p.is(i, "'") || p.is(i, "’");
      case "PUNCT" ->
          p.is(i, "-")
              || p.is(i, "&")
              || p.is(i, "'s")
              || p.is(i, "’s")
              || p.is(i, "’")
              || p.is(i, "'");
      case "ADV" -> p.hasPos(i + 1, "ADJ") || p.hasPos(i + 1, "NUM") || p.is(i + 1, "-");
      case "VERB" ->
          (p.lower(i).endsWith("ing") || p.lower(i).endsWith("ed") || p.is(i - 1, "-"))
              && (p.hasPos(i + 1, "NOUN") || p.hasPos(i + 1, "PROPN") || p.hasPos(i + 1, "ADJ"))
              && (i == 0
                  || p.hasPos(i - 1, "DET")
                  || p.hasPos(i - 1, "ADJ")
                  || p.is(i - 1, "-")
                  || p.hasPos(i - 1, "ADP")
                  || p.isComma(i - 1));
      default -> p.isAny(i, POSSESSIVE) || p.is(i, "'s") || p.is(i, "’s");
    };
  }

  /** Returns the first index of the noun phrase that ends with an item, nothing attached to it. */
  static int nounPhraseStart(Passage p, int last, int floor) {
    if (p.hasPos(last, "PRON") && !p.isAny(last, POSSESSIVE)) {
      return last;
    }
    int i = last;
    while (i > floor) {
      int before = i - 1;
      if (p.hasPos(i, "DET") || p.isAny(i, POSSESSIVE)) {
        return p.is(before, "all") || p.is(before, "both") ? before : i;
      }
      if (p.isTime(before) && !p.isTime(i) && !isPossessiveMark(p, i)) {
        return i;
      }
      if (p.hasPos(before, "DET") || insideNounPhrase(p, before)) {
        i = before;
        continue;
      }
      return i;
    }
    return i;
  }

  /**
   * Returns one past the last index of the noun phrase that starts with an item; the index itself
   * when none does.
   */
  static int nounPhraseEnd(Passage p, int from, int ceiling) {
    int i = from;
    if (p.hasPos(i, "PRON") && !p.isAny(i, POSSESSIVE)) {
      return i + 1;
    }
    int lastNoun = from;
    while (i < ceiling) {
      boolean determiner = p.hasPos(i, "DET") || p.isAny(i, POSSESSIVE);
      if (determiner && i > from && !p.is(i - 1, "all") && !p.is(i - 1, "both")) {
        break;
      }
      if (p.isTime(i) && i > from && !p.isTime(i - 1)) {
        break;
      }
      if (!determiner && !insideNounPhrase(p, i)) {
        break;
      }
      if (i > from && startsOtherName(p, i)) {
        break;
      }
      i++;
      if (endsNounPhrase(p, i - 1) || isPossessiveMark(p, i - 1)) {
        lastNoun = i;
      }
    }
    return lastNoun;
  }

  private static boolean startsOtherName(Passage p, int i) {
    NameMention here = p.item(i).mention();
    NameMention before = p.item(i - 1).mention();
    for (int k = i; k < Math.min(p.size(), i + 3); k++) {
      // "House Minority Leader Hakeem Jeffries": the body is part of the title.
      if (p.isAny(k, WordLists.ROLE_NOUN)) {
        return false;
      }
    }
    return here != null
        && before != null
        && !here.equals(before)
        && before.type() == EntityType.ORGANIZATION;
  }

  /** "at least five", "over a hundred", "up to 70": what bounds the number that follows. */
  static boolean opensNumber(Passage p, int i) {
    int number = i + 1;
    if (p.is(i, "at") && (p.is(i + 1, "least") || p.is(i + 1, "most"))) {
      number = i + 2;
    } else if (p.is(i, "up") && p.is(i + 1, "to")) {
      number = i + 2;
    } else if ((p.is(i, "more") || p.is(i, "less") || p.is(i, "fewer")) && p.is(i + 1, "than")) {
      number = i + 2;
    } else if (!p.isAny(i, BOUNDS)) {
      return false;
    }
    return !p.isTime(i)
        && !p.isTime(number)
        && (p.hasPos(number, "NUM") || (p.is(number, "a") && p.isAny(number + 1, ROUND)));
  }

  /** Tells whether it is the mark of a genitive. */
  static boolean isPossessiveMark(Passage p, int i) {
    return p.is(i, "'s")
        || p.is(i, "’s")
        || (p.hasPos(i, "PART") && (p.is(i, "'") || p.is(i, "’")));
  }
}

package dev.dateline.enrich.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mends the tagger's commonest mistakes, with what the names and the neighbours tell: unknown names
 * taken for adjectives, the auxiliary "had" for a verb, the genitive for "is". Stateless.
 */
final class PosRepair {

  private static final Set<String> CLOSED =
      Set.of(
          "ADP", "PRON", "AUX", "VERB", "ADV", "INTJ", "ADJ", "SCONJ", "CCONJ", "DET", "PART", "X",
          "NOUN");

  private static final Set<String> TENSED_BE = Set.of("is", "are", "was", "were");

  /** Forms that are hardly ever nouns, which is what the tagger takes them for behind one. */
  private static final Set<String> PAST_ONLY =
      Set.of("fell", "sank", "fled", "flew", "withdrew", "grew", "went", "came", "began", "became");

  private PosRepair() {}

  /** Returns the items with their parts of speech mended. */
  static List<Item> mend(List<Item> items) {
    List<Item> mended = new ArrayList<>(items);
    for (int i = 0; i < mended.size(); i++) {
      String pos = pos(mended, i);
      if (!pos.equals(mended.get(i).pos())) {
        mended.set(i, mended.get(i).withPos(pos));
      }
    }
    return mended;
  }

  private static String pos(List<Item> items, int i) {
    Item item = items.get(i);
    String pos = item.pos();
    if (pos.equals(Item.QUOTE) || pos.equals("PUNCT") || pos.equals("PROPN")) {
      return pos;
    }
    if (Grammar.GENITIVE.contains(item.lower())) {
      return genitive(items, i);
    }
    if (pos.equals("PART") && item.lower().equals("to") && isBeforeName(items, i)) {
      return "ADP";
    }
    boolean capital = Character.isUpperCase(item.surface().codePointAt(0));
    if (capital
        && item.mention() != null
        && !pos.equals("NUM")
        && !pos.equals("ADJ")
        && !Grammar.FUNCTION_WORDS.contains(item.lower())) {
      return "PROPN";
    }
    if (capital
        && CLOSED.contains(pos)
        && !Grammar.FUNCTION_WORDS.contains(item.lower())
        && item.surface().length() > 1) {
      if (i > 0 && !startsAfresh(items.get(i - 1)) && !pos.equals("ADJ") && !pos.equals("NOUN")) {
        return "PROPN";
      }
      if (!pos.equals("NOUN")
          && i + 1 < items.size()
          && WordLists.SURE_CUE.contains(items.get(i + 1).lower())) {
        return "PROPN";
      }
      if (pos.equals("ADP")) {
        return "ADJ";
      }
    }
    if (!capital && TENSED_BE.contains(item.lower())) {
      return "AUX";
    }
    if (pos.equals("NOUN") && PAST_ONLY.contains(item.lower()) && i > 0 && !capital) {
      return "VERB";
    }
    if (pos.equals("VERB") && Grammar.HAVE.contains(item.lower()) && precedesParticiple(items, i)) {
      return "AUX";
    }
    if (pos.equals("VERB") && isReport(items, i)) {
      return "NOUN";
    }
    if (pos.equals("NOUN") && (reportsMany(items, i) || claimsTo(items, i))) {
      return "VERB";
    }
    if (pos.equals("VERB") && i > 0 && i + 1 < items.size() && isNounSlot(items, i)) {
      return "NOUN";
    }
    if (pos.equals("VERB")
        && item.lower().endsWith("s")
        && WordLists.ANONYMOUS.contains(item.lower())) {
      return "NOUN";
    }
    if (pos.equals("ADJ")
        && item.lower().endsWith("ed")
        && (isVerbSlot(items, i) || hasNounClause(items, i))) {
      return "VERB";
    }
    if (pos.equals("ADP") && !capital && !Grammar.PREPOSITIONS.contains(item.lower())) {
      return "NOUN";
    }
    if (pos.equals("VERB")
        && i > 0
        && items.get(i - 1).pos().equals("DET")
        && i + 1 < items.size()
        && !Set.of("NOUN", "PROPN", "ADJ").contains(items.get(i + 1).pos())) {
      return "NOUN";
    }
    return pos;
  }

  /** "The Vostok grouping denied", "the southern command on Tuesday": a subject, not a verb. */
  private static boolean isNounSlot(List<Item> items, int i) {
    String before = items.get(i - 1).pos();
    boolean nameBefore =
        before.equals("NOUN")
            && Character.isUpperCase(items.get(i - 1).surface().codePointAt(0))
            && items.get(i).lower().endsWith("ing");
    boolean led =
        before.equals("ADJ") || before.equals("PROPN") || before.equals("DET") || nameBefore;
    Item after = items.get(i + 1);
    boolean verbAfter =
        after.pos().equals("VERB")
            && !after.lower().endsWith("ing")
            && !items.get(i).lower().endsWith("ed");
    boolean timeAfter =
        i + 2 < items.size()
            && items.get(i + 2).time()
            && after.pos().equals("ADP")
            && before.equals("ADJ");
    return led && (verbAfter || timeAfter);
  }

  /** "Experts expressed doubt that": a verb, its object, and what it is about. */
  private static boolean hasNounClause(List<Item> items, int i) {
    return i > 0
        && i + 2 < items.size()
        && Set.of("NOUN", "PROPN").contains(items.get(i - 1).pos())
        && items.get(i + 1).pos().equals("NOUN")
        && items.get(i + 2).lower().equals("that");
  }

  /** "the official WHO report yesterday": a verb in this form has no single name before it. */
  private static boolean isReport(List<Item> items, int i) {
    return i > 0
        && i + 1 < items.size()
        && items.get(i).lower().equals("report")
        && items.get(i - 1).pos().equals("PROPN")
        && items.get(i + 1).time();
  }

  /** "said to TASS": no infinitive has a capital. */
  private static boolean isBeforeName(List<Item> items, int i) {
    return i + 1 < items.size()
        && Character.isUpperCase(items.get(i + 1).surface().codePointAt(0))
        && items.get(i + 1).mention() != null;
  }

  /** "Local media report": many report, and have no report. */
  private static boolean reportsMany(List<Item> items, int i) {
    if (i == 0
        || !items.get(i).lower().equals("report")
        || !WordLists.REPORTING_PLURAL.contains(items.get(i - 1).lower())
        || (i + 1 < items.size()
            && Set.of("VERB", "AUX", "PART").contains(items.get(i + 1).pos()))) {
      return false;
    }
    int start = i - 1;
    while (start > 0 && Set.of("NOUN", "ADJ", "PROPN").contains(items.get(start - 1).pos())) {
      start--;
    }
    if (start > 0 && items.get(start - 1).lower().equals("the")) {
      start--;
    }
    // "a police report", "according to a media report": those have one.
    Item before = start == 0 ? null : items.get(start - 1);
    return before == null
        || !(Set.of("DET", "ADP", "PART").contains(before.pos())
            || Grammar.POSSESSIVE.contains(before.lower()));
  }

  /** "The Russian side claims to have destroyed a launcher". */
  private static boolean claimsTo(List<Item> items, int i) {
    return i > 0
        && i + 2 < items.size()
        && items.get(i).lower().equals("claims")
        && Set.of("NOUN", "PROPN").contains(items.get(i - 1).pos())
        && items.get(i + 1).lower().equals("to")
        && Grammar.HAVE.contains(items.get(i + 2).lower());
  }

  /** "The army advanced, claiming": a verb before a pause, not an adjective. */
  private static boolean isVerbSlot(List<Item> items, int i) {
    return i > 0
        && i + 1 < items.size()
        && items.get(i - 1).pos().equals("NOUN")
        && items.get(i + 1).lower().equals(",");
  }

  private static boolean startsAfresh(Item before) {
    return (before.pos().equals("PUNCT") && !before.lower().equals(","))
        || before.pos().equals(Item.QUOTE);
  }

  /** "Ukraine's deputy minister" has a genitive, "Ukraine's fighting" and "that's why" a verb. */
  private static String genitive(List<Item> items, int i) {
    if (i == 0 || i + 1 >= items.size()) {
      return items.get(i).pos();
    }
    Item before = items.get(i - 1);
    if (Grammar.PERSONAL.contains(before.lower())
        || Grammar.RELATIVE.contains(before.lower())
        || Set.of("there", "here", "what", "let", "how", "where").contains(before.lower())) {
      return "AUX";
    }
    String after = items.get(i + 1).pos();
    boolean verbal =
        after.equals("DET")
            || after.equals("ADP")
            || (after.equals("VERB") && items.get(i + 1).lower().endsWith("ing"))
            || Grammar.NOT.contains(items.get(i + 1).lower());
    return verbal ? "AUX" : "PART";
  }

  private static boolean precedesParticiple(List<Item> items, int i) {
    for (int j = i + 1; j < Math.min(items.size(), i + 4); j++) {
      String pos = items.get(j).pos();
      if (pos.equals("VERB") || pos.equals("AUX")) {
        String lower = items.get(j).lower();
        return !lower.endsWith("ing") && !items.get(j - 1).lower().equals("to");
      }
      if (!pos.equals("ADV") && !pos.equals("PART")) {
        return false;
      }
    }
    return false;
  }
}

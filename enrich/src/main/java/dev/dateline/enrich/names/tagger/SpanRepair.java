package dev.dateline.enrich.names.tagger;

import dev.dateline.enrich.names.variants.NameVariants;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts the edges of tagged names right where a rule knows better than the statistics: titles,
 * possessives and quotation marks stay outside, two names run together are parted, the acronym in
 * brackets behind an organisation is one too. Immutable; thread-safe.
 */
final class SpanRepair {

  private static final List<String> PLACES = List.of("city", "town", "region", "country");
  private static final String WORDS = "span-words.tsv";

  private final Map<String, Set<String>> uses = new HashMap<>();

  SpanRepair() {
    uses.put("country", NameVariants.countryWords());
    try (InputStream stream = SpanRepair.class.getResourceAsStream(WORDS)) {
      if (stream == null) {
        throw new IllegalStateException("loading names tagger: no resource " + WORDS);
      }
      new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .forEach(row -> uses.put(row.get(0), Set.copyOf(row.subList(1, row.size()))));
    } catch (IOException e) {
      throw new UncheckedIOException("loading names tagger: " + WORDS, e);
    }
  }

  /** Returns the names put right, in text order. */
  List<NameTagger.TokenSpan> repair(List<NameTagger.TokenSpan> spans, TokenTable table) {
    List<NameTagger.TokenSpan> parted = new ArrayList<>(spans.size() + 8);
    for (NameTagger.TokenSpan span : spans) {
      part(span, table, parted);
    }
    return joined(parted, table);
  }

  private void part(NameTagger.TokenSpan span, TokenTable table, List<NameTagger.TokenSpan> out) {
    String[] words = table.words;
    int first = span.first();
    int end = span.end();
    while (first < end && isEdge(words[first])) {
      first++;
    }
    while (end > first && (isEdge(words[end - 1]) || owns(span, words, end))) {
      end--;
    }
    switch (span.type()) {
      case PER -> partPerson(first, end, table, out);
      case ORG -> addOver(headed(first, end, words), end, NameType.ORG, out);
      case LOC -> partPlace(first, end, table, out);
      case MISC -> add(first, end, NameType.MISC, out);
    }
  }

  private void partPerson(int start, int stop, TokenTable table, List<NameTagger.TokenSpan> out) {
    String[] words = table.words;
    int first = start;
    int end = stop;
    while (first + 1 < end && use("title", words[first])) {
      first++;
    }
    if (end - first >= 4 && words[end - 2].equals("-") && use("role", words[end - 1])) {
      end -= 2;
    }
    for (int i = first + 1; i < end; i++) {
      if (isPossessive(words[i])) {
        add(first, i, NameType.ORG, out);
        add(i + 1, end, NameType.PER, out);
        return;
      }
      if (use("opening", words[i])) {
        add(first, i, NameType.PER, out);
        partPerson(i + 1, end, table, out);
        return;
      }
      boolean again = words[i].length() > 2 && words[i].equals(words[first]);
      if (again || beginsAnother(table, first, i, end)) {
        add(first, i, NameType.PER, out);
        partPerson(i, end, table, out);
        return;
      }
    }
    add(first, end, NameType.PER, out);
  }

  /**
   * "Thanks, Phillip Jim, take a look", "Debra Smith Jim, take a look": who signs and who is spoken
   * to; "Tom Martin Scott Neal".
   */
  private boolean beginsAnother(TokenTable table, int first, int i, int end) {
    int marks = table.marks[i];
    boolean given = NameLists.isAlone(table.marks[first], "given");
    boolean begins = NameLists.isAlone(marks, "given") && !NameLists.isAlone(marks, "surname");
    if (!given || !begins) {
      return false;
    }
    if (i == end - 1) {
      boolean spokenTo =
          end + 1 < table.size
              && table.words[end].matches("[,:]")
              && table.letterCase[end + 1] > WordShape.SMALL;
      boolean opens = i - first >= 2 && spokenTo && use("begins", table.words[end + 1]);
      return opens || (spokenTo && closesLetter(table.words, first - 1));
    }
    boolean familyBefore =
        table.letterCase[i - 1] == WordShape.CAPITALISED
            && !NameLists.isAlone(table.marks[i - 1], "given");
    return i - first >= 2 && familyBefore && table.letterCase[i + 1] == WordShape.CAPITALISED;
  }

  private boolean closesLetter(String[] words, int last) {
    if (last < 0 || words[last].matches("[.!?]+")) {
      return true;
    }
    boolean comma = words[last].equals(",");
    return use("closing", words[comma && last > 0 ? last - 1 : last]);
  }

  /** "a town in Miramar California": a place and the region or country it is in are two names. */
  private void partPlace(int first, int end, TokenTable table, List<NameTagger.TokenSpan> out) {
    int last = end - 1;
    boolean within =
        last > first
            && !use("place-word", table.words[first])
            && !use("place-word", table.words[last])
            && (NameLists.isAlone(table.marks[last], "region")
                || NameLists.isAlone(table.marks[last], "country"));
    if (within && isPlace(table, first, last)) {
      add(first, last, NameType.LOC, out);
      add(last, end, NameType.LOC, out);
    } else {
      add(first, end, inEvent(first, end, table) ? NameType.MISC : NameType.LOC, out);
    }
  }

  private static boolean isPlace(TokenTable table, int first, int end) {
    return PLACES.stream().anyMatch(kind -> NameLists.isWhole(table.marks, first, end, kind));
  }

  /**
   * A possessive stays outside, but for the house that is called by its owner ("at McDonald's in
   * May"), which nothing follows that it could own.
   */
  private boolean owns(NameTagger.TokenSpan span, String[] words, int end) {
    if (!isPossessive(words[end - 1])) {
      return false;
    }
    boolean house = span.type() == NameType.ORG || span.type() == NameType.LOC;
    boolean alone = end == words.length || words[end].matches("[.,;:!?)]+");
    return !house || !(alone || use("no-noun", words[end]));
  }

  /** Takes the country into "Russian Defense Ministry". */
  private int headed(int first, int end, String[] words) {
    boolean head = end > first && use("head", words[end - 1]);
    boolean known = first > 0 && use("country", words[first - 1]);
    boolean capital = known && Character.isUpperCase(words[first - 1].charAt(0));
    boolean ministryOf = end - first > 1 && use("head", words[first]);
    return capital && (head || ministryOf) ? first - 1 : first;
  }

  private boolean inEvent(int first, int end, TokenTable table) {
    if (first == 0 || !table.words[first - 1].matches("(1[6-9]|20)\\d\\d")) {
      return false;
    }
    for (int i = end; i < Math.min(table.size, end + 4); i++) {
      if (use("event", table.words[i])) {
        return true;
      }
      if (table.letterCase[i] != WordShape.SMALL) {
        return false;
      }
    }
    return false;
  }

  private static void add(int first, int end, NameType type, List<NameTagger.TokenSpan> out) {
    if (first < end) {
      out.add(new NameTagger.TokenSpan(first, end, type));
    }
  }

  /** Adds a name that may have taken over the one before it. */
  private static void addOver(int first, int end, NameType type, List<NameTagger.TokenSpan> out) {
    if (!out.isEmpty() && out.get(out.size() - 1).end() > first) {
      out.remove(out.size() - 1);
    }
    add(first, end, type, out);
  }

  private static boolean isEdge(String word) {
    return word.length() == 1 && "\"“”'’‘,;:()[]«»„`".indexOf(word.charAt(0)) >= 0;
  }

  private static boolean isPossessive(String word) {
    return word.equals("'s") || word.equals("’s") || word.equals("'S");
  }

  private boolean use(String use, String word) {
    String plain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return uses.getOrDefault(use, Set.of()).contains(plain.toLowerCase(Locale.ROOT));
  }

  private List<NameTagger.TokenSpan> joined(List<NameTagger.TokenSpan> spans, TokenTable table) {
    String[] words = table.words;
    List<NameTagger.TokenSpan> out = new ArrayList<>(spans.size() + 8);
    for (int i = 0; i < spans.size(); i++) {
      NameTagger.TokenSpan span = spans.get(i);
      NameTagger.TokenSpan next = i + 1 < spans.size() ? spans.get(i + 1) : null;
      boolean filed = next != null && isFiledName(span, next, words);
      boolean owns =
          span.type() == NameType.ORG
              && next != null
              && next.type() == NameType.LOC
              && next.first() == span.end() + 1
              && words[span.end()].equals("of")
              && use("owner", words[span.end() - 1]);
      boolean capital =
          span.type() == NameType.LOC
              && next != null
              && next.first() == span.end() + 1
              && words[span.end()].equals(",")
              && words[span.end() - 1].equals("Washington")
              && words[next.first()].matches("D\\.?C\\.?");
      if (capital && next != null) {
        span = new NameTagger.TokenSpan(span.first(), next.end(), NameType.LOC);
        i++;
      }
      if (filed && next != null) {
        span = new NameTagger.TokenSpan(span.first(), next.end(), NameType.PER);
        i++;
      }
      if (owns && next != null) {
        span = new NameTagger.TokenSpan(span.first(), next.end(), NameType.ORG);
        i++;
      }
      out.add(span);
      int acronym = span.end() + 1;
      if (span.type() == NameType.ORG && isBracketedAcronym(table, acronym)) {
        out.add(new NameTagger.TokenSpan(acronym, acronym + 1, NameType.ORG));
        boolean tagged = i + 1 < spans.size() && spans.get(i + 1).first() == acronym;
        i += tagged ? 1 : 0;
      }
    }
    return out;
  }

  /** "Cooper, Anne" in quotation marks, as address books write a person. */
  private static boolean isFiledName(
      NameTagger.TokenSpan family, NameTagger.TokenSpan given, String[] words) {
    return family.type() == NameType.PER
        && given.type() == NameType.PER
        && given.first() == family.end() + 1
        && words[family.end()].equals(",")
        && family.first() > 0
        && isQuotationMark(words[family.first() - 1])
        && given.end() < words.length
        && isQuotationMark(words[given.end()]);
  }

  private static boolean isQuotationMark(String word) {
    return word.equals("\"") || word.equals("“") || word.equals("”");
  }

  private static boolean isBracketedAcronym(TokenTable table, int i) {
    if (i + 1 >= table.size || !table.words[i - 1].equals("(")) {
      return false;
    }
    int kind = table.letterCase[i];
    int length = table.words[i].length();
    boolean acronym = kind == WordShape.ALL_CAPITALS || (kind == WordShape.MIXED && length <= 6);
    return acronym && length >= 2 && length <= 9 && table.words[i + 1].equals(")");
  }
}

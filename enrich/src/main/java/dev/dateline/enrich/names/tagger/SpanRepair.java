package dev.dateline.enrich.names.tagger;

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

  private static final String WORDS = "span-words.tsv";

  private final Map<String, Set<String>> uses = new HashMap<>();

  SpanRepair() {
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
      part(span, table.words, parted);
    }
    return joined(parted, table);
  }

  private void part(NameTagger.TokenSpan span, String[] words, List<NameTagger.TokenSpan> out) {
    int first = span.first();
    int end = span.end();
    while (first < end && isEdge(words[first])) {
      first++;
    }
    while (end > first && (isEdge(words[end - 1]) || isPossessive(words[end - 1]))) {
      end--;
    }
    if (span.type() != NameType.PER) {
      add(first, end, span.type(), out);
      return;
    }
    while (first + 1 < end && use("title", words[first])) {
      first++;
    }
    for (int i = first + 1; i < end; i++) {
      if (isPossessive(words[i])) {
        add(first, i, NameType.ORG, out);
        add(i + 1, end, NameType.PER, out);
        return;
      }
      if (words[i].length() > 2 && words[i].equals(words[first])) {
        add(first, i, NameType.PER, out);
        add(i, end, NameType.PER, out);
        return;
      }
    }
    add(first, end, NameType.PER, out);
  }

  private static void add(int first, int end, NameType type, List<NameTagger.TokenSpan> out) {
    if (first < end) {
      out.add(new NameTagger.TokenSpan(first, end, type));
    }
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
      boolean owns =
          span.type() == NameType.ORG
              && next != null
              && next.type() == NameType.LOC
              && next.first() == span.end() + 1
              && words[span.end()].equals("of")
              && use("owner", words[span.end() - 1]);
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

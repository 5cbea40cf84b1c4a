package dev.dateline.enrich.names.variants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes persons' names apart: honorifics, order, particles, initials. Thread-safe. */
final class PersonNames {

  private final SpellingFolder folder;
  private final Map<String, String> givenNames = new HashMap<>();
  private final Map<String, String> familyNames = new HashMap<>();
  private final Set<String> familyFirst = new HashSet<>();
  private final Map<String, Set<String>> honorifics = new HashMap<>();

  PersonNames(SpellingFolder folder) {
    this.folder = folder;
    for (List<String> row : Table.resource("given-names.tsv")) {
      String canonical = folder.fold(row.get(1));
      for (String variant : row.subList(1, row.size())) {
        givenNames.putIfAbsent(folder.fold(variant), canonical);
        if (row.get(0).equals("both")) {
          familyNames.putIfAbsent(folder.fold(variant), canonical);
        }
      }
    }
    for (List<String> row : Table.resource("family-first.tsv")) {
      familyFirst.addAll(row);
    }
    for (List<String> row : Table.resource("honorifics.tsv")) {
      honorifics.put(row.get(0), Set.copyOf(row.subList(1, row.size())));
    }
  }

  /** Takes a name apart. */
  PersonName parse(String name) {
    List<String> words = words(name);
    List<String> core = new ArrayList<>();
    String initial = "";
    for (String word : words) {
      if (word.length() > 1) {
        core.add(word);
      } else if (core.isEmpty() && initial.isEmpty()) {
        initial = word;
      }
    }
    if (core.isEmpty()) {
      return new PersonName("", "", String.join("", words));
    }
    if (core.size() == 1) {
      return new PersonName("", initial, familyKey(core.get(0)));
    }
    boolean first = core.size() <= 3 && familyFirst.contains(core.get(0));
    String family = first ? core.get(0) : core.get(core.size() - 1);
    String given = first ? String.join("", core.subList(1, core.size())) : core.get(0);
    return new PersonName(givenKey(given), "", familyKey(family));
  }

  private String familyKey(String family) {
    String folded = folder.fold(family);
    return familyNames.getOrDefault(folded, folded);
  }

  private String givenKey(String given) {
    String folded = folder.fold(given);
    return givenNames.getOrDefault(folded, folded);
  }

  /** Returns the words that count, small and plain, in written order; "Family, Given" is turned. */
  private List<String> words(String name) {
    String turned = name.strip();
    int comma = turned.indexOf(',');
    if (comma > 0) {
      String behind = turned.substring(comma + 1).strip();
      String front = turned.substring(0, comma);
      boolean suffix = honorific("after", SpellingFolder.plain(behind));
      turned = suffix || behind.isEmpty() ? front : behind + " " + front;
    }
    List<String> words = new ArrayList<>();
    for (String raw : turned.split("[\\s\u00a0]+", -1)) {
      addWord(raw, words);
    }
    while (words.size() > 1 && honorific("before", words.get(0))) {
      words.remove(0);
    }
    while (words.size() > 1 && honorific("after", words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    return withoutParticles(joined(words));
  }

  private static void addWord(String raw, List<String> words) {
    if (raw.startsWith("\"") || raw.startsWith("“") || raw.startsWith("(")) {
      return;
    }
    String word =
        raw.endsWith("'s") || raw.endsWith("’s") ? raw.substring(0, raw.length() - 2) : raw;
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.matches("(al|el|ad|as|ash|an|ar|at|az)-.+")) {
      words.add("al");
      word = word.substring(word.indexOf('-') + 1);
    }
    if (word.matches("(\\p{L}\\.)+-?(\\p{L}\\.)*") && word.length() > 2) {
      words.add(SpellingFolder.plain(word.substring(0, 1)));
      return;
    }
    String plain = SpellingFolder.plain(word);
    if (!plain.isEmpty()) {
      words.add(plain);
    }
  }

  /** Joins names of several words that are one: "Abdel Fattah", "Abu Mazen". */
  private static List<String> joined(List<String> words) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean abd = word.equals("abdel") || word.equals("abdul") || word.equals("abd");
      if (i + 1 < words.size() && (abd || word.equals("abu"))) {
        int next = words.get(i + 1).matches("al|el|ul") && i + 2 < words.size() ? i + 2 : i + 1;
        out.add((abd ? "abdel" : "abu") + words.get(next));
        i = next;
      } else {
        out.add(word);
      }
    }
    return out;
  }

  private List<String> withoutParticles(List<String> words) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean last = i == words.size() - 1;
      boolean particle = !last && honorific("within", words.get(i));
      boolean patronymic = i > 0 && !last && isPatronymic(words.get(i));
      if (!particle && !patronymic) {
        out.add(words.get(i));
      }
    }
    return out;
  }

  private static boolean isPatronymic(String word) {
    return word.matches(".{3,}(ovich|evich|ovych|yovych|ovitch|evitch|ovna|evna|ivna|yivna|ych)");
  }

  private boolean honorific(String place, String word) {
    return honorifics.getOrDefault(place, Set.of()).contains(word);
  }
}

package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.names.variants.Alias;
import dev.dateline.enrich.names.variants.NameVariants;
import dev.dateline.schemas.avro.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Brings together the names of organisations, places and other things: by folded key, alias,
 * acronym ("FSB"), and the end of a longer name ("Defense Ministry"). Immutable; thread-safe.
 */
final class ThingLinker {

  private static final Set<String> SMALL_WORDS =
      Set.of("of", "the", "for", "and", "in", "on", "to", "a", "an", "&", "-", "de", "'s", "’s");

  private final NameVariants variants;

  ThingLinker(NameVariants variants) {
    this.variants = variants;
  }

  /** Groups the names of one type, which stand in text order. */
  List<Cluster> link(List<TaggedName> names, EntityType type) {
    List<TaggedName> own = names.stream().filter(name -> name.type() == type).toList();
    Set<Cluster> clusters = new LinkedHashSet<>();
    Map<String, Cluster> byKey = new HashMap<>();
    for (TaggedName name : own) {
      String key = variants.key(name.text(), type);
      String id = variants.aliasOf(key, type).map(Alias::id).orElse(key);
      Cluster found = byKey.get(id);
      if (found == null) {
        found = byKey.getOrDefault(key, new Cluster(type));
      }
      byKey.put(id, found);
      byKey.put(key, found);
      clusters.add(found);
      found.names.add(name);
    }
    List<Cluster> all = List.copyOf(clusters);
    return type == EntityType.ORGANIZATION ? shortened(all) : all;
  }

  private List<Cluster> shortened(List<Cluster> clusters) {
    List<TaggedName> fullest = clusters.stream().map(Cluster::fullest).toList();
    List<String> lowerCase =
        fullest.stream().map(name -> name.text().toLowerCase(Locale.ROOT)).toList();
    List<Cluster> kept = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      Cluster cluster = clusters.get(i);
      TaggedName small = fullest.get(i);
      boolean acronym = small.length() == 1 && Cluster.isAcronym(small.text());
      String ending = " " + withoutArticle(lowerCase.get(i));
      Cluster target = null;
      int longer = 0;
      for (int k = 0; k < clusters.size() && longer < 2; k++) {
        TaggedName large = fullest.get(k);
        boolean shorter =
            large.length() > small.length()
                && (acronym
                    ? abbreviates(small.text(), large.text())
                    : lowerCase.get(k).endsWith(ending));
        if (shorter) {
          target = clusters.get(k);
          longer++;
        }
      }
      if (target == null || longer > 1 || (!acronym && isAlias(small))) {
        kept.add(cluster);
      } else {
        target.names.addAll(cluster.names);
        target.names.sort(Comparator.comparingInt(TaggedName::first));
      }
    }
    return kept;
  }

  private boolean isAlias(TaggedName name) {
    return variants.alias(name.text(), name.type()).isPresent();
  }

  private static String withoutArticle(String lower) {
    return lower.startsWith("the ") ? lower.substring(4) : lower;
  }

  /**
   * Tells whether the letters are the initials of the name's words, small words counting or not.
   */
  static boolean abbreviates(String acronym, String name) {
    String letters = acronym.replace(".", "");
    StringBuilder all = new StringBuilder();
    StringBuilder large = new StringBuilder();
    for (String word : name.split("[\\s\\-]+", -1)) {
      if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
        char initial = Character.toUpperCase(word.charAt(0));
        all.append(initial);
        if (!SMALL_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
          large.append(initial);
        }
      }
    }
    return letters.contentEquals(all) || letters.contentEquals(large);
  }
}

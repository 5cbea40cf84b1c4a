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
      String id = variants.alias(name.text(), type).map(Alias::id).orElse(key);
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
    List<Cluster> kept = new ArrayList<>();
    for (Cluster cluster : clusters) {
      List<Cluster> longer =
          clusters.stream()
              .filter(other -> other != cluster && isShortFor(cluster, other))
              .toList();
      if (longer.size() == 1) {
        Cluster target = longer.get(0);
        target.names.addAll(cluster.names);
        target.names.sort(Comparator.comparingInt(TaggedName::first));
      } else {
        kept.add(cluster);
      }
    }
    return kept;
  }

  private boolean isShortFor(Cluster cluster, Cluster other) {
    TaggedName small = cluster.fullest();
    TaggedName large = other.fullest();
    if (large.length() <= small.length()) {
      return false;
    }
    if (small.length() == 1 && Cluster.isAcronym(small.text())) {
      return abbreviates(small.text(), large.text());
    }
    if (variants.alias(small.text(), small.type()).isPresent()) {
      return false;
    }
    String ending = withoutArticle(small.text());
    return large.text().toLowerCase(Locale.ROOT).endsWith(" " + ending);
  }

  private static String withoutArticle(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
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

package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.names.variants.Alias;
import dev.dateline.enrich.names.variants.NameVariants;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.schemas.avro.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns the names of one article into entities. Immutable; thread-safe. */
public final class EntityLinker {

  private final NameVariants variants;
  private final Lexicon lexicon = new Lexicon();
  private final PersonLinker persons;
  private final ThingLinker things;
  private final RoleFinder roles;

  /** Makes a linker that takes its ids from some variants. */
  public EntityLinker(NameVariants variants) {
    this.variants = variants;
    persons = new PersonLinker(variants, lexicon);
    things = new ThingLinker(variants);
    roles = new RoleFinder(lexicon, variants);
  }

  /** Links the names of an article, which stand in text order and do not overlap. */
  public Names link(TextDocument document, List<TaggedName> names) {
    List<Cluster> clusters = new ArrayList<>(persons.link(names, document.tokens()));
    clusters.addAll(things.link(names, EntityType.ORGANIZATION));
    clusters.addAll(things.link(names, EntityType.LOCATION));
    clusters.addAll(things.link(names, EntityType.MISC));
    clusters.sort(Comparator.comparingInt(cluster -> cluster.names.get(0).first()));
    Scene scene = new Scene(document, names);
    clusters.forEach(cluster -> addRole(scene, cluster));
    Map<Cluster, NamedEntity> entities = entities(clusters);
    Map<TaggedName, NamedEntity> entityOf = new HashMap<>();
    entities.forEach(
        (cluster, entity) -> cluster.names.forEach(name -> entityOf.put(name, entity)));
    List<NameMention> mentions = new ArrayList<>(names.size());
    for (TaggedName name : names) {
      mentions.add(new NameMention(name.span(), name.type(), entityOf.get(name)));
    }
    ReferenceResolver resolver = new ReferenceResolver(scene, entities, lexicon, variants);
    return new LinkedNames(
        names, mentions, entities.values().stream().distinct().toList(), resolver::resolve);
  }

  /**
   * Links the names of an article anew, each as a name of the type it is given.
   *
   * @param names what {@link #link} returned for the document
   * @param typeOf the type of each mention
   */
  public Names retype(
      TextDocument document, Names names, Function<NameMention, EntityType> typeOf) {
    if (!(names instanceof LinkedNames linked)) {
      throw new IllegalArgumentException("names of another linker: " + names);
    }
    List<TaggedName> retyped = new ArrayList<>(linked.tagged().size());
    for (int i = 0; i < linked.tagged().size(); i++) {
      retyped.add(linked.tagged().get(i).as(typeOf.apply(linked.mentions().get(i))));
    }
    return retyped.equals(linked.tagged()) ? names : link(document, retyped);
  }

  private void addRole(Scene scene, Cluster cluster) {
    if (cluster.type != EntityType.PERSON) {
      return;
    }
    for (TaggedName name : cluster.names) {
      RoleFinder.Role role = roles.find(scene, name);
      if (role != null) {
        boolean fuller =
            cluster.role == null || (cluster.affiliation == null && role.affiliation() != null);
        if (fuller) {
          cluster.role = role.text();
          cluster.affiliation = role.affiliation();
        }
        if (cluster.gender == Gender.UNKNOWN) {
          cluster.gender = role.gender();
        }
      }
    }
  }

  private Map<Cluster, NamedEntity> entities(List<Cluster> clusters) {
    Map<String, NamedEntity> byId = new LinkedHashMap<>();
    Map<Cluster, NamedEntity> entities = new LinkedHashMap<>();
    for (Cluster cluster : clusters) {
      String name = canonicalName(cluster);
      String id = variants.id(name, cluster.type);
      NamedEntity made = new NamedEntity(id, name, cluster.type, cluster.role, cluster.affiliation);
      entities.put(cluster, byId.computeIfAbsent(id, key -> made));
    }
    return entities;
  }

  private String canonicalName(Cluster cluster) {
    String fullest = cluster.fullest().text().replaceAll("\\s+", " ");
    for (TaggedName name : cluster.names) {
      String known = variants.alias(name.text(), cluster.type).map(Alias::name).orElse("");
      // A family name's alias must not speak for a person the article names in full.
      boolean decides =
          name.length() == cluster.fullest().length() || cluster.type != EntityType.PERSON;
      if (!known.isEmpty() && decides) {
        return known;
      }
    }
    return fullest;
  }
}

package dev.dateline.enrich;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.places.ResolvedPlace;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.PlaceReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identities of one article's entities after its places are known.
 *
 * <p>A location that was resolved carries the gazetteer's id and name instead of those its surface
 * gave, in every one of its mentions, so that it is the same thing in every article.
 */
final class EntityIndex {

  /**
   * What a mention carries.
   *
   * @param id entity or place id
   * @param name canonical name
   */
  record Identity(String id, String name) {}

  private final Map<String, Identity> renamed = new HashMap<>();
  private final Map<NameMention, Identity> unnamed = new HashMap<>();
  private final List<Entity> entities;

  EntityIndex(String text, Names names, Places places) {
    int next = 0;
    List<ResolvedPlace> resolved = places.places();
    for (NameMention mention : names.mentions()) {
      while (next < resolved.size() && resolved.get(next).span().end() <= mention.span().start()) {
        next++;
      }
      if (mention.type() == EntityType.LOCATION
          && next < resolved.size()
          && resolved.get(next).span().overlaps(mention.span())) {
        PlaceReference place = resolved.get(next).place();
        Identity identity = new Identity(place.getPlaceId(), place.getName());
        NamedEntity entity = mention.entity();
        if (entity == null) {
          unnamed.put(mention, identity);
        } else {
          renamed.putIfAbsent(entity.id(), identity);
        }
      }
    }
    entities = collect(text, names);
  }

  /** Returns the identity of a mention; null when it could not be told. */
  @Nullable Identity of(NameMention mention) {
    NamedEntity entity = mention.entity();
    return entity == null ? unnamed.get(mention) : of(entity);
  }

  /** Returns the identity of an entity. */
  Identity of(NamedEntity entity) {
    return renamed.getOrDefault(entity.id(), new Identity(entity.id(), entity.name()));
  }

  /** Returns the id to use for an entity's id. */
  String idFor(String entityId) {
    Identity identity = renamed.get(entityId);
    return identity == null ? entityId : identity.id();
  }

  /** Returns the entities in order of first mention. */
  List<Entity> entities() {
    return entities;
  }

  private List<Entity> collect(String text, Names names) {
    Map<String, NamedEntity> named = new HashMap<>();
    names.entities().forEach(entity -> named.put(entity.id(), entity));
    Map<String, Entity> byId = new LinkedHashMap<>();
    for (NameMention mention : names.mentions()) {
      Identity identity = of(mention);
      if (identity == null) {
        continue;
      }
      NamedEntity source = mention.entity();
      NamedEntity full = source == null ? null : named.getOrDefault(source.id(), source);
      Entity entity =
          byId.computeIfAbsent(
              identity.id(), id -> begin(identity, full == null ? mention.type() : full.type()));
      entity.setMentions(entity.getMentions() + 1);
      String surface = mention.span().of(text);
      if (!entity.getVariants().contains(surface)) {
        entity.getVariants().add(surface);
      }
      if (full != null && entity.getRole() == null) {
        entity.setRole(full.role());
        entity.setAffiliation(full.affiliation());
      }
    }
    return List.copyOf(byId.values());
  }

  private static Entity begin(Identity identity, EntityType type) {
    return Entity.newBuilder()
        .setId(identity.id())
        .setName(identity.name())
        .setType(type)
        .setVariants(new ArrayList<>())
        .setMentions(0)
        .build();
  }
}

package dev.dateline.enrich.names.variants;

import dev.dateline.schemas.avro.EntityType;
import java.util.List;

/**
 * One line of an alias file: a thing that is known, and the ways it is named.
 *
 * @param id its id in every article
 * @param name canonical name
 * @param type what kind of thing it is; {@code OTHER} where the file does not say: then any
 * @param names the canonical name and its aliases
 */
public record Alias(String id, String name, EntityType type, List<String> names) {

  /** Keeps its own copy of the names. */
  public Alias {
    names = List.copyOf(names);
  }
}

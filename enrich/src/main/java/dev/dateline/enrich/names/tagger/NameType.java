package dev.dateline.enrich.names.tagger;

import dev.dateline.schemas.avro.EntityType;
import java.util.Optional;

/** The kinds of name the tagger tells apart, in the order of its labels. */
public enum NameType {
  /** A person, real or invented. */
  PER(EntityType.PERSON),
  /** An organisation: agency, company, party, team, band. */
  ORG(EntityType.ORGANIZATION),
  /** A place. */
  LOC(EntityType.LOCATION),
  /** Any other name: a nationality, an event, a work. */
  MISC(EntityType.MISC);

  private final EntityType entityType;

  NameType(EntityType entityType) {
    this.entityType = entityType;
  }

  /** Returns the type the records carry. */
  public EntityType entityType() {
    return entityType;
  }

  /** Reads the name used in corpora, such as {@code PER}; empty for any other. */
  public static Optional<NameType> ofCorpus(String name) {
    for (NameType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}

package dev.dateline.enrich.names.tagger;

import dev.dateline.schemas.avro.EntityType;
import java.util.Optional;

/** The kinds of name the tagger tells apart, in the order of its labels. */
public enum NameType {
  /** A person, real or invented. */
  PER(0, EntityType.PERSON),
  /** An organisation: agency, company, party, team, band. */
  ORG(1, EntityType.ORGANIZATION),
  /** A place. */
  LOC(2, EntityType.LOCATION),
  /** Any other name: a nationality, an event, a work. */
  MISC(3, EntityType.MISC);

  private final int code;
  private final EntityType entityType;

  NameType(int code, EntityType entityType) {
    this.code = code;
    this.entityType = entityType;
  }

  /** Returns its place among the labels of a model, which is part of the model's format. */
  int code() {
    return code;
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

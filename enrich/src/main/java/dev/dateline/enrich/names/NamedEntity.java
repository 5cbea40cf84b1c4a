package dev.dateline.enrich.names;

import dev.dateline.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * One thing an article names.
 *
 * @param id the same in every article and on every machine
 * @param name canonical name: its fullest form in the article, or the alias file's
 * @param type what kind of thing it is
 * @param role the role written beside the name ("deputy defense minister"); null when none is
 * @param affiliation the organisation or country the role belongs to ("Ukraine"); null when none is
 *     written
 */
public record NamedEntity(
    String id, String name, EntityType type, @Nullable String role, @Nullable String affiliation) {}

package dev.dateline.enrich.names;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a name.
 *
 * @param span where it stands, without possessives and quotation marks
 * @param type what kind of thing it names
 * @param entity what it stands for; null when it could not be told
 */
public record NameMention(TextSpan span, EntityType type, @Nullable NamedEntity entity) {}

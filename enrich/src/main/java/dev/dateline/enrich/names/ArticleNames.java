package dev.dateline.enrich.names;

import dev.dateline.enrich.text.TextSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The names of one article. Immutable. */
record ArticleNames(List<NameMention> mentions, List<NamedEntity> entities) implements Names {

  ArticleNames {
    mentions = List.copyOf(mentions);
    entities = List.copyOf(entities);
  }

  @Override
  public Optional<NamedEntity> resolve(TextSpan phrase) {
    return mentions.stream()
        .filter(mention -> phrase.contains(mention.span()))
        .map(NameMention::entity)
        .filter(Objects::nonNull)
        .reduce((first, second) -> second);
  }
}

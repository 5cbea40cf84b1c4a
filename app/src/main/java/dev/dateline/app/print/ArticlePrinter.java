package dev.dateline.app.print;

import dev.dateline.schemas.avro.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/** Prints annotated articles one after the other. Used by one thread. */
public interface ArticlePrinter extends AutoCloseable {

  /**
   * Prints one article.
   *
   * @param id the id its reader knows it by
   * @param file the file it was read from; null when it came on standard input
   */
  void print(EnrichedArticle article, String id, @Nullable String file);

  /**
   * Prints what stands for an input that could not be read; nothing where the format has nothing to
   * say.
   *
   * @param id the id it gives; null when it gives none
   * @param code what was wrong, one word
   * @param message the same for people
   */
  void reject(@Nullable String id, String code, String message);

  /** Prints what comes after the last article. */
  @Override
  void close();
}

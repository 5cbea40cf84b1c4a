package dev.dateline.app.print;

import dev.dateline.enrich.AnnotationJson;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Prints one JSON object a line. */
public final class JsonPrinter implements ArticlePrinter {

  private final PrintWriter out;

  /** Prints to a writer, which stays open. */
  public JsonPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(EnrichedArticle article, String id, @Nullable String file) {
    out.println(AnnotationJson.of(article, id, file, true));
    out.flush();
  }

  @Override
  public void reject(@Nullable String id, String code, String message) {
    out.println(AnnotationJson.error(id, code, message));
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}

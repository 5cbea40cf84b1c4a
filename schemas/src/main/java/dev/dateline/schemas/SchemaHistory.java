package dev.dateline.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The committed versions of every record's schema, oldest first.
 *
 * <p>A version is the resource {@code history/RECORD/N.avsc} with N counting from 1. It is written
 * when a schema changes and never touched again: a reader needs it to read what was written with
 * it. Thread-safe.
 */
public final class SchemaHistory {

  private SchemaHistory() {}

  /**
   * Returns the committed versions of a record's schema, oldest first; empty for one never
   * committed.
   */
  public static List<Schema> of(Class<?> type) {
    List<Schema> versions = new ArrayList<>();
    for (int version = 1; ; version++) {
      String resource = "history/" + type.getSimpleName() + "/" + version + ".avsc";
      try (InputStream in = SchemaHistory.class.getResourceAsStream(resource)) {
        if (in == null) {
          return List.copyOf(versions);
        }
        versions.add(new Schema.Parser().parse(in));
      } catch (IOException e) {
        throw new UncheckedIOException("reading the schema " + resource, e);
      }
    }
  }
}

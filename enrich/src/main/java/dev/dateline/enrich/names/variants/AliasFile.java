package dev.dateline.enrich.names.variants;

import dev.dateline.schemas.avro.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads alias files: {@code id<TAB>canonical name<TAB>alias<TAB>alias…}, {@code #} opens a comment.
 *
 * <p>An id may be anything, such as {@code wikidata:Q7747}; one that begins with {@code person:},
 * {@code org:} or {@code location:} holds for names of that kind only.
 */
public final class AliasFile {

  private AliasFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or a line lacks its id or name
   */
  public static List<Alias> read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return aliases(Table.rows(reader), file.toString());
    } catch (NoSuchFileException e) {
      throw new IOException("reading alias file " + file + ": no such file: check the path", e);
    } catch (CharacterCodingException e) {
      throw new IOException("reading alias file " + file + ": not text in UTF-8", e);
    }
  }

  /** Returns the aliases that come with the program. */
  static List<Alias> bundled() {
    try {
      return aliases(Table.resource("aliases.tsv"), "aliases.tsv");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Alias> aliases(List<List<String>> rows, String file) throws IOException {
    List<Alias> aliases = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.size() < 2 || row.get(0).isEmpty() || row.get(1).isEmpty()) {
        throw new IOException(
            "reading alias file %s: \"%s\" is not id<TAB>name<TAB>alias…"
                .formatted(file, String.join("\t", row)));
      }
      List<String> names = new ArrayList<>(row.subList(1, row.size()));
      names.removeIf(String::isEmpty);
      aliases.add(new Alias(row.get(0), row.get(1), type(row.get(0)), names));
    }
    return aliases;
  }

  private static EntityType type(String id) {
    if (id.startsWith("person:")) {
      return EntityType.PERSON;
    }
    if (id.startsWith("org:")) {
      return EntityType.ORGANIZATION;
    }
    return id.startsWith("location:") ? EntityType.LOCATION : EntityType.OTHER;
  }
}

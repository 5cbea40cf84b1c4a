package dev.dateline.enrich.names.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One document of a gold file for names: JSON Lines with {@code id}, {@code text} and {@code
 * entities} of {@code start}, {@code end} and {@code label}.
 *
 * @param id the document's id
 * @param text the text the names point into
 * @param names in file order, offsets in code points
 */
public record GoldNames(String id, String text, List<ScoredName> names) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Keeps its own copy of the names. */
  public GoldNames {
    names = List.copyOf(names);
  }

  /**
   * Reads a gold file.
   *
   * @throws IOException if it cannot be read, or a line is not such a document
   */
  public static List<GoldNames> read(Path file) throws IOException {
    List<GoldNames> documents = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line;
      for (int number = 1; (line = reader.readLine()) != null; number++) {
        if (line.isBlank()) {
          continue;
        }
        try {
          documents.add(parse(line));
        } catch (IOException e) {
          throw new IOException(
              "reading gold names %s: line %d: %s".formatted(file, number, e.getMessage()), e);
        }
      }
    }
    return documents;
  }

  private static GoldNames parse(String line) throws IOException {
    String id = "";
    String text = "";
    List<ScoredName> names = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("id")) {
          id = parser.getText();
        } else if (field.equals("text")) {
          text = parser.getText();
        } else if (field.equals("entities") && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            names.add(name(parser));
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    return new GoldNames(id, text, names);
  }

  private static ScoredName name(JsonParser parser) throws IOException {
    int start = 0;
    int end = 0;
    String label = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "start" -> start = parser.getIntValue();
        case "end" -> end = parser.getIntValue();
        case "label" -> label = parser.getText();
        default -> parser.skipChildren();
      }
    }
    return new ScoredName(start, end, label);
  }
}

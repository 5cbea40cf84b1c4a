package dev.dateline.enrich.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads corpora in JSON Lines: one document a line with {@code id}, {@code text} and, where known,
 * {@code title} and the day in {@code dct}, {@code date} or {@code published}. Thread-safe.
 */
public final class GoldDocuments {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)");

  private GoldDocuments() {}

  /**
   * Returns the documents of a file, in its order.
   *
   * @throws IOException when it cannot be read, or a line is no document; the message says which
   */
  public static List<GoldDocument> read(Path file) throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (!line.isBlank()) {
        documents.add(parse(line, "reading gold file " + file + ": line " + number));
      }
    }
    return documents;
  }

  private static GoldDocument parse(String line, String place) throws IOException {
    JsonNode gold;
    try {
      gold = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IOException(place + ": not JSON: " + e.getOriginalMessage(), e);
    }
    if (!gold.path("text").isTextual() || !gold.path("id").isTextual()) {
      throw new IOException(place + ": a document needs \"id\" and \"text\"");
    }
    return new GoldDocument(
        gold.get("id").asText(),
        gold.get("text").asText(),
        gold.path("title").isTextual() ? gold.get("title").asText() : null,
        day(gold),
        gold);
  }

  private static @Nullable LocalDate day(JsonNode gold) {
    for (String field : List.of("dct", "date", "published")) {
      Matcher day = DAY.matcher(gold.path(field).asText(""));
      if (day.lookingAt()) {
        return LocalDate.parse(day.group(1) + "-" + day.group(2) + "-" + day.group(3));
      }
    }
    return null;
  }
}

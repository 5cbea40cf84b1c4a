package dev.dateline.enrich.places;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores the places of {@code dateline annotate} against a corpus of toponyms with coordinates.
 *
 * <p>A gold toponym with coordinates counts as found when a predicted place overlaps it, and as
 * right when the one that overlaps it most lies within 161 km (100 miles), as toponym resolution is
 * usually scored (Gritta and others 2018). Not thread-safe.
 */
public final class PlaceScorer {

  /** The distance within which a place counts as right. */
  public static final double NEAR_KM = 161;

  private static final double EARTH_RADIUS_KM = 6371;

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> errors = new ArrayList<>();
  private final List<Double> distances = new ArrayList<>();
  private int gold;
  private int predicted;
  private int found;
  private int near;
  private int recognised;
  private int badOffsets;
  private int missingDocuments;

  /**
   * A toponym of the corpus or a predicted place; offsets are code points, end exclusive.
   *
   * @param latitude degrees north; NaN when not known
   * @param longitude degrees east; NaN when not known
   */
  public record Toponym(int start, int end, String text, double latitude, double longitude) {
    private int overlap(Toponym other) {
      return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    private boolean isPlaced() {
      return !Double.isNaN(latitude);
    }
  }

  /**
   * Scores a file of predictions against a file of gold documents, both JSON Lines in the formats
   * of the corpora and of {@code dateline annotate}.
   *
   * @throws IOException if a file cannot be read; the message names it and the line
   */
  public PlaceScores score(Path goldFile, Path predictedFile) throws IOException {
    Map<String, List<Toponym>> predictions = new HashMap<>();
    for (JsonNode document : documents(predictedFile)) {
      predictions.put(document.path("id").asText(), toponyms(document.path("places")));
    }
    for (JsonNode document : documents(goldFile)) {
      add(
          document.path("id").asText(),
          document.path("text").asText(),
          toponyms(document.path("toponyms")),
          predictions.get(document.path("id").asText()));
    }
    return scores();
  }

  /**
   * Adds one document.
   *
   * @param places the predicted places; null when the document was not annotated
   */
  public void add(String id, String text, List<Toponym> toponyms, @Nullable List<Toponym> places) {
    if (places == null) {
      missingDocuments++;
      places = List.of();
    }
    predicted += places.size();
    for (Toponym toponym : toponyms) {
      if (toponym.isPlaced()) {
        gold++;
        compare(id, toponym, places);
      }
    }
    for (Toponym place : places) {
      if (toponyms.stream().anyMatch(toponym -> toponym.overlap(place) > 0)) {
        recognised++;
      } else {
        errors.add("%s %d..%d spurious \"%s\"".formatted(id, place.start, place.end, place.text));
      }
      if (!place.text.equals(surface(text, place))) {
        badOffsets++;
      }
    }
  }

  private void compare(String id, Toponym toponym, List<Toponym> places) {
    Toponym best = null;
    for (Toponym place : places) {
      if (toponym.overlap(place) > (best == null ? 0 : toponym.overlap(best))) {
        best = place;
      }
    }
    String where = "%s %d..%d".formatted(id, toponym.start, toponym.end);
    if (best == null) {
      errors.add("%s missed \"%s\"".formatted(where, toponym.text));
      return;
    }
    found++;
    if (!best.isPlaced()) {
      return;
    }
    double km = kilometres(toponym, best);
    distances.add(km);
    if (km <= NEAR_KM) {
      near++;
    } else {
      errors.add(
          String.format(Locale.ROOT, "%s misplaced \"%s\" by %.0f km", where, toponym.text, km));
    }
  }

  private static String surface(String text, Toponym place) {
    int points = text.codePointCount(0, text.length());
    if (place.start < 0 || place.end > points || place.start > place.end) {
      return "";
    }
    return text.substring(
        text.offsetByCodePoints(0, place.start), text.offsetByCodePoints(0, place.end));
  }

  /** Returns the scores of all documents so far. */
  public PlaceScores scores() {
    List<Double> sorted = new ArrayList<>(distances);
    sorted.sort(null);
    return new PlaceScores(
        percent(found, gold),
        percent(recognised, predicted),
        percent(near, gold),
        percent(near, found),
        sorted.isEmpty() ? null : tenth(sorted.get(sorted.size() / 2)),
        gold,
        predicted,
        badOffsets,
        missingDocuments);
  }

  /** Returns a line for everything missed, misplaced and spurious, in document order. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : tenth(100.0 * part / whole);
  }

  private static double tenth(double value) {
    return Math.rint(value * 10) / 10;
  }

  private List<JsonNode> documents(Path file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          documents.add(json.readTree(line));
        } catch (IOException e) {
          throw new IOException(
              "reading %s: line %d: not JSON: %s".formatted(file, number, e.getMessage()), e);
        }
      }
    }
    return documents;
  }

  private static List<Toponym> toponyms(JsonNode array) {
    List<Toponym> toponyms = new ArrayList<>();
    for (JsonNode one : array) {
      toponyms.add(
          new Toponym(
              one.path("start").asInt(),
              one.path("end").asInt(),
              one.path(one.has("surface") ? "surface" : "text").asText(),
              degrees(one, "lat", "latitude"),
              degrees(one, "lon", "longitude")));
    }
    return toponyms;
  }

  private static double degrees(JsonNode toponym, String shortName, String longName) {
    JsonNode value = toponym.path(toponym.has(shortName) ? shortName : longName);
    return value.isMissingNode() || value.isNull() ? Double.NaN : value.asDouble();
  }

  private static double kilometres(Toponym one, Toponym other) {
    double a = Math.toRadians(one.latitude);
    double b = Math.toRadians(other.latitude);
    double h =
        Math.pow(Math.sin((b - a) / 2), 2)
            + Math.cos(a)
                * Math.cos(b)
                * Math.pow(Math.sin(Math.toRadians(other.longitude - one.longitude) / 2), 2);
    return EARTH_RADIUS_KM * 2 * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}

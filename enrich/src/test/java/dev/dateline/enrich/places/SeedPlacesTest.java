package dev.dateline.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.text.TextSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the sample article's places to what people marked. */
class SeedPlacesTest {

  /** Degrees of difference between two gazetteers' middle of one place. */
  private static final double CLOSE = 1.8;

  @Test
  void everyMarkedPlaceIsRightEveryTimeWithTheBundledGazetteer() throws IOException {
    check(Annotated.ANNOTATOR, "Kozinka");
  }

  @Test
  void kozinkaResolvesWithAGazetteerThatHasIt() throws IOException {
    JsonNode seed = seed();
    GazetteerPlaceAnnotator annotator =
        new GazetteerPlaceAnnotator(Gazetteer.of(ByteBuffer.wrap(GazetteerBuilderTest.build())));

    List<ResolvedPlace> places =
        annotator
            .annotate(Annotated.document(seed.path("text").asText()), Annotated.names())
            .places();

    assertThat(places)
        .filteredOn(place -> place.place().getName().equals("Kozinka"))
        .hasSize(1)
        .allMatch(place -> "RU".equals(place.place().getCountry()));
  }

  private static void check(GazetteerPlaceAnnotator annotator, String unknown) throws IOException {
    JsonNode seed = seed();
    String text = seed.path("text").asText();
    List<ResolvedPlace> places =
        annotator.annotate(Annotated.document(text), Annotated.names()).places();
    for (JsonNode gold : seed.path("places")) {
      String surface = gold.path("surface").asText();
      if (surface.equals(unknown)) {
        continue;
      }
      boolean found = false;
      for (int at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
        TextSpan span = new TextSpan(at, at + surface.length());
        for (ResolvedPlace place : places) {
          if (place.span().overlaps(span)) {
            found = true;
            assertThat(place.place().getCountry())
                .as(surface)
                .isEqualTo(gold.path("country").asText());
            assertThat(place.place().getLatitude())
                .as(surface)
                .isCloseTo(gold.path("latitude").asDouble(), within(CLOSE));
            assertThat(place.place().getLongitude())
                .as(surface)
                .isCloseTo(gold.path("longitude").asDouble(), within(CLOSE));
          }
        }
      }
      assertThat(found).as(surface).isTrue();
    }
  }

  private static JsonNode seed() throws IOException {
    try (InputStream in = SeedPlacesTest.class.getResourceAsStream("seed.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}

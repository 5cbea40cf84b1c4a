package dev.dateline.sink.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.PlainJson;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.sink.SinkSettings;
import dev.dateline.streams.testing.SampleRecords;
import dev.dateline.streams.testing.TopologyFile;
import dev.dateline.streams.testing.TopologyUnderTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkAppTest {

  private static final Instant NOON = Instant.parse("2023-05-23T12:00:00Z");
  private static final Article ARTICLE = SampleRecords.article("article", "Text.", NOON);
  private static final Claim CLAIM = SampleRecords.claim("c", "The council", "taxes will rise");
  private static final SinkApp APP = new SinkApp();

  private final Path directory;

  SinkAppTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void topologyIsTheCommittedOne() {
    TopologyFile.check(APP);
  }

  @Test
  void applicationIdNeverChanges() {
    assertThat(APP.applicationId()).isEqualTo("dateline-sink");
  }

  @Test
  void everyEntityOfAnArticleIsSightedOnceUnderItsId() {
    EnrichedArticle enriched = SampleRecords.enriched(ARTICLE);
    Entity council = entity("entity:council", "The council");
    Entity mayor = entity("entity:mayor", "Ada Ferreira");
    enriched.setEntities(List.of(council, mayor, council));
    try (TopologyUnderTest topology = TopologyUnderTest.of(APP, directory)) {
      topology.input(Topics.ENRICHED).add("article", enriched);

      var first = topology.output(Topics.ENTITIES).expectNextRecord();
      assertThat(first.key()).isEqualTo("entity:council");
      assertThat(first.value().getEntity()).isEqualTo(council);
      assertThat(first.value().getArticle()).isEqualTo(ArticleReferences.of(ARTICLE));
      assertThat(topology.output(Topics.ENTITIES).expectNextRecord().key())
          .isEqualTo("entity:mayor");
      topology.output(Topics.ENTITIES).expectNoMoreRecord();
      topology.output(Topics.PLACES).expectNoMoreRecord();
      topology.expectNoMoreDeadLetter();
    }
  }

  @Test
  void everyDistinctPlaceOfAnArticleIsSightedOnceWithItsMentionsCounted() {
    EnrichedArticle enriched = SampleRecords.enriched(ARTICLE);
    enriched.setPlaces(
        List.of(
            place(0, "geonames:1", "Rivertown"),
            place(20, "geonames:2", "Hillford"),
            place(40, "geonames:1", "Rivertown")));
    try (TopologyUnderTest topology = TopologyUnderTest.of(APP, directory)) {
      topology.input(Topics.ENRICHED).add("article", enriched);

      var first = topology.output(Topics.PLACES).expectNextRecord();
      assertThat(first.key()).isEqualTo("geonames:1");
      assertThat(first.value().getMentions()).isEqualTo(2);
      assertThat(first.value().getPlace().getName()).isEqualTo("Rivertown");
      assertThat(first.value().getPlace().getLatitude()).isEqualTo(48.5);
      assertThat(first.value().getPlace().getCountry()).isEqualTo("UA");
      var second = topology.output(Topics.PLACES).expectNextRecord();
      assertThat(second.key()).isEqualTo("geonames:2");
      assertThat(second.value().getMentions()).isEqualTo(1);
      topology.output(Topics.PLACES).expectNoMoreRecord();
      topology.output(Topics.ENTITIES).expectNoMoreRecord();
    }
  }

  @Test
  void newAndDisputedClaimsHaveATopicOfTheirOwnInTheOrderOfTheirSubject() {
    JudgedClaim fresh = JudgedClaims.of(ARTICLE, CLAIM, Verdict.NEW);
    JudgedClaim disputed = JudgedClaims.of(ARTICLE, SampleRecords.denied(CLAIM), Verdict.DISPUTED);
    try (TopologyUnderTest topology = TopologyUnderTest.of(APP, directory)) {
      topology.input(Topics.CLAIMS).add("subject", fresh).add("subject", disputed);

      var first = topology.output(Topics.NEW_CLAIMS).expectNextRecord();
      assertThat(first.key()).isEqualTo("subject");
      assertThat(first.value()).isEqualTo(fresh);
      topology.output(Topics.NEW_CLAIMS).expectNoMoreRecord();
      assertThat(topology.output(Topics.DISPUTED_CLAIMS).expectNextRecord().value())
          .isEqualTo(disputed);
      topology.output(Topics.DISPUTED_CLAIMS).expectNoMoreRecord();
    }
  }

  @Test
  void jsonMirrorRepeatsEveryClaimAsOneObjectWhereItIsWanted() {
    JudgedClaim judged = JudgedClaims.of(ARTICLE, CLAIM, Verdict.NEW);
    SinkApp mirroring = new SinkApp(SinkSettings.defaults().withJsonMirror(true));
    try (TopologyUnderTest topology = TopologyUnderTest.of(mirroring, directory)) {
      topology.input(Topics.CLAIMS).add("subject", judged);

      var mirrored =
          topology
              .driver()
              .createOutputTopic(
                  Topics.JSON_CLAIMS.name(), new StringDeserializer(), new StringDeserializer())
              .readRecord();
      assertThat(mirrored.key()).isEqualTo("subject");
      assertThat(mirrored.value()).isEqualTo(PlainJson.toString(judged)).contains("\"NEW\"");
      assertThat(text(mirrored.headers().lastHeader("content-type"))).isEqualTo("application/json");
    }
  }

  @Test
  void everyRecordIsACloudEventInTheTraceOfTheRecordItWasMadeFrom() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    try (TopologyUnderTest topology = TopologyUnderTest.of(APP, directory)) {
      topology
          .input(Topics.CLAIMS)
          .withHeader("traceparent", "00-" + trace + "-b7ad6b7169203331-00")
          .withHeader("ce_id", "the claim's own")
          .add("subject", JudgedClaims.of(ARTICLE, CLAIM, Verdict.NEW));

      Headers headers = topology.output(Topics.NEW_CLAIMS).expectNextRecord().headers();
      assertThat(text(headers.lastHeader("traceparent")))
          .matches("00-" + trace + "-(?!b7ad6b7169203331)[0-9a-f]{16}-00");
      assertThat(text(headers.lastHeader("ce_specversion"))).isEqualTo("1.0");
      assertThat(text(headers.lastHeader("ce_id"))).matches("[0-9a-f]{32}");
      assertThat(text(headers.lastHeader("ce_type"))).isEqualTo("dev.dateline.news.claims.new");
      assertThat(text(headers.lastHeader("ce_source"))).isEqualTo("/dateline/sink");
      assertThat(text(headers.lastHeader("ce_time"))).isEqualTo("2023-05-23T12:00:00Z");
      assertThat(text(headers.lastHeader("content-type"))).isEqualTo("application/avro");
      assertThat(headers.headers("ce_id")).hasSize(1);
    }
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static Entity entity(String id, String name) {
    return Entity.newBuilder().setId(id).setName(name).setType(EntityType.OTHER).build();
  }

  private static Place place(int start, String id, String name) {
    return Place.newBuilder()
        .setStart(start)
        .setEnd(start + name.length())
        .setText(name)
        .setPlaceId(id)
        .setName(name)
        .setCountry("UA")
        .setLatitude(48.5)
        .setLongitude(38.0)
        .setPrecision(PlacePrecision.SETTLEMENT)
        .build();
  }
}

package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.ClusterSettings;
import dev.dateline.app.service.Drain;
import dev.dateline.app.service.Pipeline;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.AnnotatorSettings;
import dev.dateline.enrich.stream.EnrichApp;
import dev.dateline.ingest.FileIngest;
import dev.dateline.ingest.IngestListener;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.IngestSummary;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceSighting;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Takes the sample article the whole way through a cluster and holds what comes out to it. */
final class WholeWay {

  private final String bootstrapServers;
  private final Path stateDirectory;
  // On a busy machine the first article, read while the JVM is cold, may take long.
  private final Annotator annotator =
      Annotator.create(
          new AnnotatorSettings(
              Duration.ofMinutes(1), AnnotatorSettings.DEFAULT_MOST_CODE_POINTS, null, null));
  private final List<StreamsApplication> applications =
      List.of(new EnrichApp(annotator::annotate), new LedgerApp(), new SinkApp());

  WholeWay(String bootstrapServers, Path stateDirectory) {
    this.bootstrapServers = bootstrapServers;
    this.stateDirectory = stateDirectory;
  }

  void run() throws InterruptedException {
    assertThat(ingestAndDrain()).isEqualTo(new IngestSummary(1, 0, 0, 0, 0));
    everythingIsThereOnce();
    assertThat(ingestAndDrain()).isEqualTo(new IngestSummary(0, 0, 1, 0, 0));
    everythingIsThereOnce();
  }

  private IngestSummary ingestAndDrain() throws InterruptedException {
    try (Cluster cluster = Cluster.open(new ClusterSettings(bootstrapServers, null, Map.of()))) {
      try (Admin admin = cluster.admin()) {
        TopicAdmin topics = new TopicAdmin(admin);
        topics.createMissing(Topics.all());
        assertThat(topics.compare(Topics.all())).isEmpty();
      }
      StreamsSettings settings = StreamsSettings.of(bootstrapServers, stateDirectory);
      try (Pipeline pipeline = Pipeline.start(applications, settings);
          FileIngest ingest =
              FileIngest.of(
                  List.of(Path.of(System.getProperty("dateline.root"), "seeds")),
                  cluster.properties(Map.of()),
                  IngestSettings.defaults(),
                  Clock.systemUTC(),
                  IngestListener.NONE);
          Drain drain = new Drain(cluster)) {
        IngestSummary summary = ingest.runOnce();
        pipeline.awaitRunning();
        drain.await(applications, pipeline::requireAlive);
        return summary;
      }
    }
  }

  private void everythingIsThereOnce() {
    List<Article> articles = CommittedRecords.of(bootstrapServers, Topics.ARTICLES);
    assertThat(articles).hasSize(1);
    EnrichedArticle oracle = annotator.annotate(articles.get(0));
    // Avro's equals does not know the dates inside a list that was read; the JSON form does.
    assertThat(CommittedRecords.of(bootstrapServers, Topics.ENRICHED))
        .extracting(EnrichedArticle::toString)
        .containsExactly(oracle.toString());

    List<JudgedClaim> claims = CommittedRecords.of(bootstrapServers, Topics.CLAIMS);
    assertThat(claims)
        .extracting(judged -> judged.getClaim().getId())
        .containsExactlyInAnyOrderElementsOf(
            oracle.getClaims().stream().map(Claim::getId).toList());
    assertThat(claims).extracting(JudgedClaim::getVerdict).doesNotContain(Verdict.UNKNOWN);

    assertThat(CommittedRecords.of(bootstrapServers, Topics.ENTITIES))
        .extracting((EntitySighting sighting) -> sighting.getEntity().getId())
        .containsExactlyInAnyOrderElementsOf(
            oracle.getEntities().stream().map(entity -> entity.getId()).toList());
    assertThat(CommittedRecords.of(bootstrapServers, Topics.PLACES))
        .extracting((PlaceSighting sighting) -> sighting.getPlace().getPlaceId())
        .containsExactlyInAnyOrderElementsOf(
            oracle.getPlaces().stream().map(place -> place.getPlaceId()).distinct().toList());
    // The sample is years old: backfill never alerts.
    assertThat(CommittedRecords.of(bootstrapServers, Topics.ALERTS))
        .extracting(Alert::getId)
        .isEmpty();
  }
}

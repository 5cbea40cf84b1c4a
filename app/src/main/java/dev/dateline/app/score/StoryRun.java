package dev.dateline.app.score;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.ClusterSettings;
import dev.dateline.app.kafka.RecordReader;
import dev.dateline.app.service.Drain;
import dev.dateline.app.service.Pipeline;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.stream.EnrichApp;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes articles one after the other through an embedded broker, enrich and ledger. */
public final class StoryRun {

  private StoryRun() {}

  private static void send(KafkaProducer<String, Article> producer, Article article)
      throws InterruptedException {
    try {
      producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), article.getId(), article)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("writing an article of the story", e.getCause());
    }
  }

  /** Returns every judged claim, in the order in which the articles came. */
  public static List<JudgedClaim> judge(List<Article> articles, Annotator annotator, Path directory)
      throws InterruptedException {
    List<StreamsApplication> applications =
        List.of(new EnrichApp(annotator::annotate), new LedgerApp());
    Path data = directory.resolve("broker");
    try (Cluster cluster =
        Cluster.start(new ClusterSettings(null, data, Map.of()), BrokerSettings.of(data))) {
      try (Admin admin = cluster.admin()) {
        new TopicAdmin(admin).createMissing(Topics.all());
      }
      StreamsSettings settings =
          StreamsSettings.of(cluster.bootstrapServers(), directory.resolve("state"));
      try (Pipeline pipeline = Pipeline.start(applications, settings);
          Drain drain = new Drain(cluster);
          KafkaProducer<String, Article> producer =
              new KafkaProducer<>(
                  cluster.properties(
                      Map.of(
                          "enable.idempotence",
                          true,
                          "max.request.size",
                          Topics.MAX_MESSAGE_BYTES)),
                  new StringSerializer(),
                  AvroSerde.of(Topics.ARTICLES).serializer())) {
        pipeline.awaitRunning();
        for (Article article : articles) {
          send(producer, article);
          drain.await(applications, pipeline::requireAlive);
        }
      }
      List<JudgedClaim> claims = new ArrayList<>();
      try (var reader = new RecordReader<>(cluster, Topics.CLAIMS, Long.MAX_VALUE)) {
        reader.read(
            false,
            record -> {
              claims.add(record.value());
              return true;
            });
      }
      return claims;
    }
  }
}

package dev.dateline.bench.loops;

import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.AnnotatorSettings;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EventTimeOrigin;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One short report through the annotator and the serde. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class AnnotatorLoops {

  private static final String TEXT =
      """
      The port of Almeria was closed on Tuesday after a crane fell across two berths, the harbour authority said.

      "Nobody was hurt, and ferries will sail again by Thursday," its director, Lucia Moreno, told reporters.

      The dockers' union denied that the crane had been inspected this year. According to its spokesman, Pablo Rey, \
      at least 40 complaints had been sent to Madrid since January.
      """;

  private final Annotator annotator = Annotator.create(AnnotatorSettings.defaults());
  private final AvroSerde<EnrichedArticle> serde = AvroSerde.of(EnrichedArticle.class);
  private final Article article =
      Article.newBuilder()
          .setId(Ids.of("loops"))
          .setText(TEXT)
          .setTextSha256(Ids.sha256(TEXT))
          .setPublished(Instant.parse("2024-03-06T10:00:00Z"))
          .setFetched(Instant.parse("2024-03-06T10:05:00Z"))
          .setEventTime(Instant.parse("2024-03-06T10:00:00Z"))
          .setEventTimeOrigin(EventTimeOrigin.PUBLISHED)
          .build();
  private EnrichedArticle annotated = annotator.annotate(article);
  private byte[] bytes = new byte[0];

  /** Makes what the serde loops work on. */
  @Setup
  public void prepare() {
    annotated = annotator.annotate(article);
    bytes = serde.serializer().serialize("loops", annotated);
  }

  /** The whole annotator on one short report. */
  @Benchmark
  public EnrichedArticle annotate() {
    return annotator.annotate(article);
  }

  /** Writing the enriched article. */
  @Benchmark
  public byte[] serialize() {
    return serde.serializer().serialize("loops", annotated);
  }

  /** Reading it back. */
  @Benchmark
  public EnrichedArticle deserialize() {
    return serde.deserializer().deserialize("loops", bytes);
  }
}

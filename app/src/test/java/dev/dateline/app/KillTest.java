package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.demo.Demo;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.enrich.Annotator;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the whole process in the middle of its work, as nothing but {@code kill -9} can. */
class KillTest {

  private static final int ARTICLES = 2_000;
  private static final int OFFSETS_BEFORE_THE_KILL = 300;
  private static final Duration RUN_LIMIT = Duration.ofMinutes(10);

  @Test
  void aKilledRunThatIsStartedAgainHoldsEachRevisionAndEachClaimExactlyOnce(@TempDir Path directory)
      throws Exception {
    Path data = directory.resolve("data");
    Path articles = GeneratedArticles.write(directory.resolve("articles.jsonl"), ARTICLES);

    Process first = demo(data, articles, directory.resolve("first.log"));
    try {
      awaitEnriched(data, first);
    } finally {
      first.destroyForcibly().waitFor();
    }
    Process second = demo(data, articles, directory.resolve("second.log"));
    try {
      assertThat(second.waitFor(RUN_LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
          .as("the second run ends by itself")
          .isTrue();
      assertThat(second.exitValue()).isZero();
    } finally {
      second.destroyForcibly().waitFor();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(data))) {
      everythingIsThereExactlyOnce(broker.bootstrapServers());
    }
  }

  private static void everythingIsThereExactlyOnce(String bootstrapServers) {
    List<Article> articles = CommittedRecords.of(bootstrapServers, Topics.ARTICLES);
    assertThat(articles.stream().map(KillTest::revision)).hasSize(ARTICLES).doesNotHaveDuplicates();

    List<EnrichedArticle> enriched = CommittedRecords.of(bootstrapServers, Topics.ENRICHED);
    assertThat(enriched.stream().map(article -> revision(article.getArticle())).sorted())
        .containsExactlyElementsOf(articles.stream().map(KillTest::revision).sorted().toList());

    Annotator annotator = Annotator.create(Demo.ANNOTATOR_SETTINGS);
    Map<String, Long> expected =
        articles.stream()
            .flatMap(article -> annotator.annotate(article).getClaims().stream())
            .collect(Collectors.groupingBy(Claim::getId, Collectors.counting()));
    assertThat(expected).isNotEmpty();
    Map<String, Long> found =
        CommittedRecords.of(bootstrapServers, Topics.CLAIMS).stream()
            .map(JudgedClaim::getClaim)
            .collect(Collectors.groupingBy(Claim::getId, Collectors.counting()));
    assertThat(found).isEqualTo(expected);
    assertThat(found.values()).allMatch(Long.valueOf(1)::equals);
    assertThat(CommittedRecords.of(bootstrapServers, Topics.CLAIMS))
        .extracting(claim -> claim.getArticle().getId())
        .allMatch(
            articles.stream().collect(Collectors.toMap(Article::getId, Function.identity()))
                ::containsKey);
  }

  private static String revision(Article article) {
    return article.getId() + "/" + article.getRevision();
  }

  private static void awaitEnriched(Path data, Process run) {
    await()
        .atMost(RUN_LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              assertThat(run.isAlive()).as("killed before its end").isTrue();
              Optional<String> address = EmbeddedBroker.find(data, Duration.ofSeconds(60));
              return address.isPresent() && enriched(address.get()) >= OFFSETS_BEFORE_THE_KILL;
            });
  }

  private static long enriched(String bootstrapServers) {
    return CommittedRecords.endOffsets(bootstrapServers, Topics.ENRICHED);
  }

  private static Process demo(Path data, Path articles, Path log) throws IOException {
    return ChildProcess.start(
        log, "demo", "--once", "--data", data.toString(), articles.toString());
  }
}

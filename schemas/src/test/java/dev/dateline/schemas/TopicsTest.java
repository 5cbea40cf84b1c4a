package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dateline.schemas.Topic.Cleanup;
import dev.dateline.schemas.avro.Article;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void everyTopicHasANameOfItsOwnAndIsFoundByIt() {
    assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    for (Topic<?> topic : Topics.all()) {
      assertThat(Topics.find(topic.name())).contains(topic);
    }
    assertThat(Topics.find("news.nothing")).isEmpty();
  }

  @Test
  void retentionCountsFromArrivalSoThatArchivesAreNotDeletedAsTheyComeIn() {
    assertThat(Topics.ARTICLES.configuration())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("message.timestamp.type", "LogAppendTime")
        .containsEntry("retention.ms", "2592000000")
        .containsEntry("max.message.bytes", "8388608");
    assertThat(Topics.LEDGER.configuration())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("retention.ms");
  }

  @Test
  void retentionWithoutItsCleanupIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Topic<>(
                    "x",
                    "id",
                    Article.class,
                    1,
                    Cleanup.DELETE,
                    null,
                    1_000,
                    "ingest",
                    "An article."))
        .withMessageContaining("topic x");
  }
}

package dev.dateline.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.ingest.parse.JsonArticle;
import dev.dateline.ingest.push.PushRefusedException.Fault;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushReaderTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private final PushReader reader = new PushReader(PushSettings.defaults(), CLOCK);

  @Test
  void anArticleIsReadWithEveryFieldAndKnownByItsAddress() throws Exception {
    Article article =
        only(
            """
            {"id": 7, "url": "https://News.example/a?utm_source=x", "headline": "A  storm", "byline": ["Ada", {"name": "Bo"}],
             "outlet": {"name": "The News"}, "section": "World", "lang": "en", "published": "2026-02-28T10:00:00+01:00",
             "modified": 1772272800, "text": "It rained."}
            """);
    assertThat(article.getId()).isEqualTo(Ids.of("https://news.example/a"));
    assertThat(article.getTitle()).isEqualTo("A storm");
    assertThat(article.getAuthors()).containsExactly("Ada", "Bo");
    assertThat(article.getSource()).isEqualTo("The News");
    assertThat(article.getPublished()).isEqualTo(Instant.parse("2026-02-28T09:00:00Z"));
    assertThat(article.getModified()).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
    assertThat(article.getText()).isEqualTo("It rained.");
    assertThat(article.getWarnings()).isEmpty();
  }

  @Test
  void withoutAnAddressAnArticleIsKnownByItsSendersIdAndWithoutThatByWhatItSays() throws Exception {
    assertThat(only("{\"id\": \"a\", \"text\": \"x\"}").getId()).isEqualTo(Ids.of("push:desk#a"));
    Article one = only("{\"text\": \"x\"}");
    assertThat(only("{\"text\": \"x\"}").getId()).isEqualTo(one.getId());
    assertThat(only("{\"text\": \"y\"}").getId()).isNotEqualTo(one.getId());
  }

  @Test
  void aFieldThatNoArticleHasIsIgnoredWithAWarning() throws Exception {
    assertThat(only("{\"text\": \"x\", \"publshed\": \"2026-01-01\"}").getWarnings())
        .containsExactly("\"publshed\" is no field of an article: ignored");
  }

  @Test
  void ninjsIsReadAmongOthers() throws Exception {
    List<PushedArticle> read =
        read(
            """
            {"articles": [{"text": "x"},
              {"uri": "urn:agency:1", "versioncreated": "2026-02-01T00:00:00Z", "headline": "H", "body_text": "B"}]}
            """);
    assertThat(read).extracting(pushed -> pushed.article().getText()).containsExactly("x", "B");
    assertThat(read.get(1).address()).isEqualTo("urn:agency:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                     | /text      | text is missing
          {"text": 5}                            | /text      | text is a number where a string is expected
          {"text": "  "}                         | /text      | text is empty
          {"text": "x", "published": "someday"}  | /published | published "someday" is no date that can be read
          {"text": "x", "url": "ftp://x/y"}      | /url       | url "ftp://x/y" is not an http or https URL
          {"text": "x", "title": ["a"]}          | /title     | title is a array where a string is expected
          {"text": "x", "id": {}}                | /id        | id is neither a number nor a string with something in it
          [{"text": "x"}, {"text": "y", "published": true}] | /1/published | /1: published is a boolean where a string is expected
          {"articles": [{"text": "x"}, 3]}       | /articles/1 | /articles/1: is a number where an article's object is expected
          {"uri": "u:1", "body_text": "x", "versioncreated": "never"} | /versioncreated | versioncreated "never" is no date that can be read
          {"uri": "u:1", "pubstatus": "usable"}  | /body_text | body_text is missing, and so is every other body
          """)
  void theFieldThatIsWrongIsNamed(String body, String pointer, String message) {
    assertThatThrownBy(() -> read(body))
        .hasMessage(message)
        .asInstanceOf(InstanceOfAssertFactories.type(PushRefusedException.class))
        .satisfies(
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.faults()).extracting(Fault::pointer).containsExactly(pointer);
            });
  }

  @Test
  void everyFieldThatIsWrongIsNamedNotOnlyTheFirst() {
    assertThatThrownBy(() -> read("[{\"text\": \"x\", \"url\": 1, \"published\": \"?\"}, {}]"))
        .hasMessage("/0: url is a number where a string is expected (and 2 more)")
        .asInstanceOf(InstanceOfAssertFactories.type(PushRefusedException.class))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::pointer)
                    .containsExactly("/0/url", "/0/published", "/1/text"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''          | the body is empty: send a JSON object or an array
          {"text":    | the body is not JSON: Unexpected end-of-input within/between Object entries
          []          | there is no article in the array
          3           | is a number where an article's object is expected
          """)
  void aBodyThatHoldsNoArticleIsRefused(String body, String message) {
    assertThatThrownBy(() -> read(body)).hasMessage(message);
  }

  @Test
  void whatIsTooLongIsRefusedAsTooLong() {
    String many = "[" + "{\"text\": \"x\"},".repeat(500) + "{\"text\": \"x\"}]";
    assertRefused(many, 413, "501 articles, more than the 500 of one request");
    String longText = "{\"text\": \"" + "x".repeat(4_000_001) + "\"}";
    assertRefused(longText, 413, "text the text has 4000001 characters, more than the 4000000");
    String longTitle = "{\"text\": \"x\", \"title\": \"" + "x".repeat(9_000_000) + "\"}";
    assertRefused(longTitle, 413, "the article is too long for its topic");
  }

  @Test
  void theDescriptionNamesEveryFieldThatIsRead() throws Exception {
    JsonNode document = new ObjectMapper().readTree(PushApi.document());
    List<String> described = new ArrayList<>();
    document
        .at("/components/schemas/Article/properties")
        .fieldNames()
        .forEachRemaining(described::add);
    List<String> read = new ArrayList<>();
    for (JsonArticle.Field field : JsonArticle.Field.values()) {
      read.addAll(field.names());
    }
    assertThat(described).containsExactlyElementsOf(read);
  }

  private void assertRefused(String body, int status, String message) {
    assertThatThrownBy(() -> read(body))
        .hasMessageContaining(message)
        .asInstanceOf(InstanceOfAssertFactories.type(PushRefusedException.class))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(status));
  }

  private Article only(String body) throws PushRefusedException {
    List<PushedArticle> read = read(body);
    assertThat(read).hasSize(1);
    return read.get(0).article();
  }

  private List<PushedArticle> read(String body) throws PushRefusedException {
    return reader.read(body.getBytes(StandardCharsets.UTF_8), "desk");
  }

  @Test
  void aQueueThatIsTooLongAsksToComeAgainAndOneThatIsClosedToo() throws Exception {
    PushQueue queue = new PushQueue(2, Duration.ofHours(1));
    List<PushedArticle> two = read("[{\"text\": \"x\"}, {\"text\": \"y\"}]");
    var first = queue.submit(two, null);
    assertThatThrownBy(() -> queue.submit(two, null))
        .hasMessage("2 articles wait for Kafka: send it again later")
        .asInstanceOf(InstanceOfAssertFactories.type(PushRefusedException.class))
        .satisfies(
            refused -> {
              assertThat(refused.status()).isEqualTo(429);
              assertThat(refused.retryAfterSeconds().orElseThrow()).isBetween(1, 3);
            });
    assertThat(queue.first(1)).hasSize(1);
    queue.done(1);
    var second = queue.submit(two, null);
    queue.close();
    assertThatThrownBy(() -> queue.submit(two, null)).hasMessageContaining("this instance ends");
    assertThat(queue.first(9)).hasSize(1);
    queue.done(1);
    assertThat(queue.first(9)).isEmpty();
    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
  }
}

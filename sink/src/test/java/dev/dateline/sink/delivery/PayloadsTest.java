package dev.dateline.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.PlainJson;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.schemas.avro.WebhookFormat;
import dev.dateline.sink.Alerts;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.streams.testing.SampleRecords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayloadsTest {

  private static final Instant RAISED = Instant.parse("2024-01-01T00:00:00Z");
  private static final String URL = "https://outlet.example/a|b?c=1&d=2";

  @Test
  void standardPayloadHasTypeTimeAndTheWholeRecord() {
    Alert alert =
        Alerts.of(
            "mine",
            JudgedClaims.of(
                SampleRecords.article("a", "Text.", RAISED),
                SampleRecords.claim("c", "The council", "taxes will rise"),
                Verdict.NEW));

    assertThat(Payloads.of(WebhookFormat.STANDARD, "dateline.alert", RAISED, "words", URL, alert))
        .isEqualTo(
            "{\"type\":\"dateline.alert\",\"timestamp\":\"2024-01-01T00:00:00Z\",\"data\":"
                + PlainJson.toString(alert)
                + "}");
  }

  @Test
  void slackGetsItsControlCharactersEscapedAndItsFormOfALink() {
    assertThat(of(WebhookFormat.SLACK, "A & B say: “<!channel> rise”", URL))
        .isEqualTo(
            "{\"text\":\"A &amp; B say: “&lt;!channel&gt; rise”\\n"
                + "<https://outlet.example/a%7Cb?c=1&amp;d=2>\"}");
  }

  @Test
  void mattermostGetsMarkdownThatStaysWhatItIsAndCallsNobody() {
    assertThat(of(WebhookFormat.MATTERMOST, "*bold* [x](y) @all `z`", null))
        .isEqualTo("{\"text\":\"\\\\*bold\\\\* \\\\[x\\\\](y) @\u200Ball \\\\`z\\\\`\"}");
  }

  @Test
  void discordIsToldToCallNobodyAndGetsNoMoreThanItTakes() {
    String payload = of(WebhookFormat.DISCORD, "é".repeat(5_000), "https://outlet.example/a");

    assertThat(payload)
        .startsWith("{\"content\":\"ééé")
        .endsWith("é …\\nhttps://outlet.example/a\",\"allowed_mentions\":{\"parse\":[]}}");
    assertThat(payload.chars().filter(character -> character == 'é').count()).isEqualTo(1_900);
  }

  @Test
  void alertOfAnArticleWithoutAnAddressHasNoLink() {
    assertThat(of(WebhookFormat.SLACK, "words", null)).isEqualTo("{\"text\":\"words\"}");
  }

  private static String of(WebhookFormat format, String summary, @Nullable String url) {
    return Payloads.of(format, "dateline.alert", RAISED, summary, url, new Alert());
  }
}

package dev.dateline.sink.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.dateline.http.GuardedClient;
import dev.dateline.http.HttpFailure;
import dev.dateline.http.HttpReply;
import dev.dateline.http.OutboundRequest;
import dev.dateline.http.RetryAfter;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.avro.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tries one delivery once, signed after Standard Webhooks: {@code webhook-id}, {@code
 * webhook-timestamp} and {@code webhook-signature} (HMAC-SHA256). Thread-safe.
 */
final class Postman {

  private static final String JSON = "application/json";
  private static final Duration LONGEST_ASKED_WAIT = Duration.ofHours(4);
  private static final int GONE = 410;

  private final GuardedClient client;
  private final WebhookSecrets secrets;
  private final Clock clock;

  Postman(GuardedClient client, WebhookSecrets secrets, Clock clock) {
    this.client = client;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * What came of a try.
   *
   * @param delivery what was tried
   * @param failure why it failed, one line; null when it arrived
   * @param gone whether the receiver asked for no more
   * @param asked how long the receiver asked to wait; null when it did not
   */
  record Outcome(
      Delivery delivery, @Nullable String failure, boolean gone, @Nullable Duration asked) {}

  Outcome attempt(Delivery delivery) {
    try {
      HttpReply reply = client.send(request(delivery));
      if (reply.isSuccess() && reply.isComplete()) {
        return new Outcome(delivery, null, false, null);
      }
      String failure =
          reply.isSuccess()
              ? "the connection broke in the middle of the answer"
              : "the receiver answered " + reply.status();
      return new Outcome(
          delivery,
          failure,
          reply.status() == GONE,
          RetryAfter.of(reply, clock.instant(), LONGEST_ASKED_WAIT).orElse(null));
    } catch (HttpFailure | IllegalArgumentException e) {
      return new Outcome(delivery, String.valueOf(e.getMessage()), false, null);
    }
  }

  private OutboundRequest request(Delivery delivery) {
    Instant now = clock.instant();
    OutboundRequest request =
        OutboundRequest.post(
                URI.create(delivery.getUrl()),
                delivery.getBody().getBytes(StandardCharsets.UTF_8),
                JSON)
            .withHeader("webhook-id", delivery.getId())
            .withHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .withHeader("webhook-signature", signature(delivery, now));
    String traceparent = delivery.getTraceparent();
    return traceparent == null ? request : request.withHeader(CloudEvents.TRACEPARENT, traceparent);
  }

  private String signature(Delivery delivery, Instant now) {
    try {
      return new Webhook(secrets.secretOf(delivery.getUrl()))
          .sign(delivery.getId(), now.getEpochSecond(), delivery.getBody());
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("signing a webhook", e);
    }
  }
}

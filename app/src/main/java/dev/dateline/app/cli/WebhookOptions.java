package dev.dateline.app.cli;

import dev.dateline.sink.delivery.WebhookSecrets;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the signing secrets of webhooks come from. */
final class WebhookOptions {

  @Option(
      names = "--webhook-key",
      paramLabel = "FILE",
      description = {
        "The key that every receiver's signing secret is made from; made on first use. Keep it, and"
            + " keep it secret. Default: data/webhook.key."
      })
  private @Nullable Path key;

  /** Returns the secrets; makes the key where there is none. */
  WebhookSecrets secrets() {
    Path file = key == null ? WatchCommand.defaultKey() : key;
    try {
      return WebhookSecrets.load(file);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "reading --webhook-key: "
              + Home.display(file)
              + ": "
              + e.getMessage()
              + ": name a file that can be read or made",
          e);
    }
  }
}

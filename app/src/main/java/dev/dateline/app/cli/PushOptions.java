package dev.dateline.app.cli;

import dev.dateline.ingest.push.PushKeys;
import dev.dateline.ingest.push.PushSettings;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where articles are taken in over HTTP. */
final class PushOptions {

  private static final int MEBIBYTE = 1024 * 1024;

  @Option(
      names = "--listen",
      paramLabel = "[HOST:]PORT",
      description = {
        "Stay, and take articles that are sent to POST /articles as JSON or ninjs; GET"
            + " /openapi.json describes it. Without a host, this machine's own senders only; put a"
            + " proxy that speaks TLS before it where others send. One instance at a time: a second"
            + " one takes over."
      })
  private @Nullable String listen;

  @Option(
      names = "--push-keys",
      paramLabel = "FILE",
      description = {
        "Who may send: a line a sender, its name and its key of 20 characters or more. Default:"
            + " data/push.keys."
      })
  private @Nullable Path keys;

  @Option(
      names = "--push-body",
      paramLabel = "MIB",
      defaultValue = "16",
      description = "Most mebibytes of a request. Default: ${DEFAULT-VALUE}.")
  private int longestBody = 16;

  @Option(
      names = "--push-waiting",
      paramLabel = "N",
      defaultValue = "2000",
      description = {
        "Most articles that wait for Kafka before senders are told to come again. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private int waiting = 2_000;

  @Option(
      names = "--push-patience",
      paramLabel = "MS",
      defaultValue = "" + PushSettings.DEFAULT_QUEUE_MILLIS,
      description = {
        "How many milliseconds the first that waits for Kafka may have waited before senders are"
            + " told to come again; more suits a Kafka far away. Default: ${DEFAULT-VALUE}."
      })
  private long patience = PushSettings.DEFAULT_QUEUE_MILLIS;

  /** Tells whether articles are to be taken in. */
  boolean wanted() {
    return listen != null;
  }

  /** Returns the settings. */
  PushSettings settings() {
    String address = listen == null ? "0" : listen;
    int colon = address.lastIndexOf(':');
    String host = colon < 0 ? "localhost" : address.substring(0, colon).replaceAll("[\\[\\]]", "");
    int port = port(address.substring(colon + 1), address);
    return SettingsCheck.of(
        () -> {
          if (longestBody < 1 || longestBody > 1_000) {
            throw new IllegalArgumentException(
                "--push-body " + longestBody + ": use 1 to 1000 mebibytes");
          }
          PushSettings defaults = PushSettings.defaults();
          return defaults
              .at(host, port)
              .withLongestBody(longestBody * MEBIBYTE)
              .withQueue(waiting, Duration.ofMillis(patience));
        });
  }

  /** Returns who may send. */
  PushKeys keys() {
    Path file = keys == null ? Home.current().directory().resolve("data/push.keys") : keys;
    try {
      return PushKeys.read(file);
    } catch (NoSuchFileException e) {
      throw unusable(
          file,
          "no such file: make it with a line \"NAME KEY\" for each sender, as by: echo \"me $(openssl"
              + " rand -hex 20)\"",
          e);
    } catch (IOException e) {
      throw unusable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static CommandFailure unusable(Path file, String why, IOException cause) {
    return new CommandFailure(
        ExitStatus.USAGE, "reading --push-keys: " + Home.display(file) + ": " + why, cause);
  }

  private static int port(String given, String address) {
    try {
      return Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw new CommandFailure(
          ExitStatus.USAGE, "--listen " + address + ": not a port: use PORT or HOST:PORT", e);
    }
  }
}

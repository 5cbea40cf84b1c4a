package dev.dateline.app.cli;

import dev.dateline.sink.SinkSettings;
import picocli.CommandLine.Option;

/** The options of the sink, by itself and in the demo. */
final class SinkOptions {

  @Option(
      names = "--json-mirror",
      description = "Also write every claim as JSON, to news.claims.json.")
  private boolean jsonMirror;

  /** Returns the settings. */
  SinkSettings settings() {
    return SinkSettings.defaults().withJsonMirror(jsonMirror);
  }
}

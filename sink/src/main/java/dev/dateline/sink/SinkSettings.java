package dev.dateline.sink;

/**
 * The settings of the sink. Immutable.
 *
 * @param jsonMirror whether news.claims is also written as JSON, to news.claims.json
 */
public record SinkSettings(boolean jsonMirror) {

  /** Returns the defaults: no mirror. */
  public static SinkSettings defaults() {
    return new SinkSettings(false);
  }

  /** Returns the same settings with or without the mirror. */
  public SinkSettings withJsonMirror(boolean wanted) {
    return new SinkSettings(wanted);
  }
}

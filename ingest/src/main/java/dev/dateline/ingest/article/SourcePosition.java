package dev.dateline.ingest.article;

/**
 * Where in its source an entry stands.
 *
 * @param name the file or stream, as people named it
 * @param line the number of its line or item, counted from 1; 0 for the whole file
 * @param unit what is counted, for people: line, item, record
 */
public record SourcePosition(String name, int line, String unit) {

  /** Makes the position of a line. */
  public SourcePosition(String name, int line) {
    this(name, line, "line");
  }

  /** Returns the position of a file that is one article. */
  public static SourcePosition wholeFile(String name) {
    return new SourcePosition(name, 0);
  }

  /** Returns it for people: {@code x.jsonl: line 3}. */
  @Override
  public String toString() {
    return line == 0 ? name : name + ": " + unit + " " + line;
  }
}

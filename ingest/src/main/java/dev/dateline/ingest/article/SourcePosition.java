package dev.dateline.ingest.article;

/**
 * Where in its source an entry stands.
 *
 * @param name the file or stream, as people named it
 * @param line its line, counted from 1; 0 for the whole file
 */
public record SourcePosition(String name, int line) {

  /** Returns the position of a file that is one article. */
  public static SourcePosition wholeFile(String name) {
    return new SourcePosition(name, 0);
  }

  /** Returns it for people: {@code x.jsonl: line 3}. */
  @Override
  public String toString() {
    return line == 0 ? name : name + ": line " + line;
  }
}

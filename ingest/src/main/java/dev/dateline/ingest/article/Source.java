package dev.dateline.ingest.article;

/** A named thing that articles come from. */
public interface Source {

  /** Returns the name that people know it by. */
  String name();

  /** Starts reading it from its beginning. */
  SourceItems open();
}

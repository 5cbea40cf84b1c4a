package dev.dateline.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * An entry that gives no article, with the reason.
 *
 * @param position where it stands
 * @param id the id the entry gives itself; null when it gives none or cannot be read that far
 * @param code the kind of reason
 * @param message the reason and the mend, one line
 */
public record Rejection(
    SourcePosition position, @Nullable String id, RejectionCode code, String message)
    implements SourceItem {

  /** Returns the one line for people: {@code reading x.jsonl: line 3: not JSON: …}. */
  public String describe() {
    return "reading " + position + ": " + message;
  }
}

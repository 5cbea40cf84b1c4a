package dev.dateline.ingest.article;

/** Why an entry gives no article: the bounded set of reasons. */
public enum RejectionCode {
  /** There is no such file. */
  NO_SUCH_FILE,
  /** The file cannot be opened or read to its end. */
  UNREADABLE,
  /** The bytes are not text. */
  NOT_TEXT,
  /** The file is of no format that holds articles. */
  UNKNOWN_FORMAT,
  /** The line is not a JSON object. */
  INVALID_JSON,
  /** The object or file has no text of an article. */
  MISSING_TEXT,
  /** The file, line or text is longer than the limit. */
  TOO_LONG,
  /** Two files would have the same address. */
  SAME_ADDRESS
}

package dev.dateline.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file is written. */
enum Format {
  PLAIN_TEXT,
  HTML,
  JSON_LINES;

  private static final Pattern HTML_START =
      Pattern.compile(
          "(?is)^\\s*(<!--.*?-->\\s*|<\\?xml.*?\\?>\\s*)*<(!doctype\\s+html|html|head|body)\\b.*");
  private static final Pattern JSON_START =
      Pattern.compile("(?s)^\\s*\\{\\s*\"[^\"\\n]{1,100}\"\\s*:.*");

  /** Returns the format that a file's name tells; empty when it tells none. */
  static Optional<Format> ofName(String name) {
    String lower = withoutGzip(name.toLowerCase(Locale.ROOT));
    String extension = lower.substring(lower.lastIndexOf('.') + 1);
    return switch (extension) {
      case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
      case "html", "htm", "xhtml" -> Optional.of(HTML);
      case "txt", "text" -> Optional.of(PLAIN_TEXT);
      default -> Optional.empty();
    };
  }

  /** Returns the format that a file's first bytes look like. */
  static Format ofBytes(byte[] start) {
    String characters = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "");
    if (HTML_START.matcher(characters).matches()) {
      return HTML;
    }
    return JSON_START.matcher(characters).matches() ? JSON_LINES : PLAIN_TEXT;
  }

  /** Tells whether a file's name says that it is compressed by gzip. */
  static boolean isGzip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Returns the name without folder and extensions. */
  static String stem(String name) {
    String own = withoutGzip(name.substring(name.lastIndexOf('/') + 1));
    int dot = own.lastIndexOf('.');
    return dot > 0 ? own.substring(0, dot) : own;
  }

  private static String withoutGzip(String name) {
    return isGzip(name) ? name.substring(0, name.length() - ".gz".length()) : name;
  }
}

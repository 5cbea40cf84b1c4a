package dev.dateline.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file is written. */
enum Format {
  PLAIN_TEXT,
  HTML,
  JSON_LINES,
  /** One JSON value: a JSON Feed, ninjs, or an article. */
  JSON,
  /** A feed, a sitemap, NITF or NewsML-G2. */
  XML,
  /** An archive of web pages. */
  WARC;

  private static final Pattern HTML_START =
      Pattern.compile(
          "(?is)^\\s*(<!--.*?-->\\s*|<\\?xml.*?\\?>\\s*)*<(!doctype\\s+html|html|head|body)\\b.*");
  private static final Pattern XML_START =
      Pattern.compile(
          "(?i)^\\s*<\\?xml\\b|<([a-z]+:)?(rss|feed|rdf|urlset|sitemapindex|nitf|newsItem|newsMessage)\\b");
  private static final Pattern NINJS_START =
      Pattern.compile("(?s)^\\s*[\\[{].*\"(versioncreated|body_x?html|body_text|pubstatus)\"\\s*:");
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
      case "xml", "rss", "atom", "rdf", "nitf", "newsml" -> Optional.of(XML);
      case "json" -> Optional.of(JSON);
      case "warc" -> Optional.of(WARC);
      default -> Optional.empty();
    };
  }

  /** Returns the format that a file's first bytes look like. */
  static Format ofBytes(byte[] start) {
    boolean wide =
        start.length > 3
            && (start[0] == 0
                || start[1] == 0
                || start[1] == (byte) 0xFE
                || start[1] == (byte) 0xFF);
    String characters =
        new String(start, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8)
            .replace("\uFEFF", "");
    if (HTML_START.matcher(characters).matches()) {
      return HTML;
    }
    if (characters.startsWith("WARC/")) {
      return WARC;
    }
    if (XML_START.matcher(characters).find()) {
      return XML;
    }
    if (characters.contains("jsonfeed.org") || NINJS_START.matcher(characters).find()) {
      return JSON;
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

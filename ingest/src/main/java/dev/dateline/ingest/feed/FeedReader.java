package dev.dateline.ingest.feed;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.ingest.text.TextDecoder;
import dev.dateline.ingest.text.XmlSource;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a feed of any format: RSS 0.90 to 2.0, Atom 0.3 and 1.0, JSON Feed, sitemaps and sitemap
 * indexes.
 *
 * <p>A broken feed gives what can be had of it, with warnings. Nothing is fetched, no entity or DTD
 * from outside is read. Thread-safe.
 */
public final class FeedReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private FeedReader() {}

  /** Reads the bytes of a feed; empty when they are none. */
  public static Optional<Feed> read(byte[] bytes, FeedSource source) {
    Optional<Feed> json = readJson(bytes, source);
    return json.isPresent()
        ? json
        : XmlSource.read(bytes, source.charset()).flatMap(xml -> XmlFeed.read(source, xml));
  }

  /** Reads an XML file that was read before; empty when it is no feed. */
  public static Optional<Feed> read(XmlSource xml, FeedSource source) {
    return XmlFeed.read(source, xml);
  }

  /** Reads a JSON value that was read before; empty when it is no feed. */
  public static Optional<Feed> read(JsonNode json, FeedSource source) {
    return JsonFeed.isFeed(json) ? Optional.of(JsonFeed.read(source, json)) : Optional.empty();
  }

  private static Optional<Feed> readJson(byte[] bytes, FeedSource source) {
    if (startsMarkup(bytes)) {
      return Optional.empty();
    }
    String text = TextDecoder.decode(bytes, source.charset()).map(d -> d.text()).orElse("");
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return read(JSON.readTree(text), source);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Most feeds need not be decoded to see that they are no JSON. */
  private static boolean startsMarkup(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '<') {
        return true;
      }
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return false;
  }
}

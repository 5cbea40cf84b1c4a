package dev.dateline.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.http.CountedInput;
import dev.dateline.ingest.agency.NewsMlG2;
import dev.dateline.ingest.agency.Ninjs;
import dev.dateline.ingest.agency.Nitf;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedEntry;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.FeedSource;
import dev.dateline.ingest.page.HtmlPage;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.ingest.text.TextDecoder;
import dev.dateline.ingest.text.XmlSource;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a file that is read as a whole: a text, a page, a feed, an agency's file.
 *
 * <p>Not thread-safe.
 */
final class WholeFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LineReader.MAX_LINE_BYTES).build());
  }

  private final String name;
  private final String addressName;
  private final @Nullable URI address;
  private final SourcePosition position;

  /**
   * Makes a reader.
   *
   * @param name the file as people named it
   * @param addressName its name as it stands in addresses
   * @param address where it was found on the web; null when that is not known
   */
  WholeFile(String name, String addressName, @Nullable URI address) {
    this.name = name;
    this.addressName = addressName;
    this.address = address;
    this.position = SourcePosition.wholeFile(name);
  }

  Iterator<? extends SourceItem> read(byte[] bytes, Format format) {
    return switch (format) {
      case XML -> xml(bytes).iterator();
      case JSON -> json(bytes);
      case HTML, PLAIN_TEXT -> List.of(single(bytes, format)).iterator();
      case JSON_LINES, WARC ->
          throw new IllegalArgumentException(format + " is read as it streams");
    };
  }

  private SourceItem single(byte[] bytes, Format format) {
    ArticleDraft.Builder draft = draft(null);
    if (format == Format.HTML) {
      return HtmlPage.read(bytes, null, address, draft)
          ? draft.build()
          : rejected(RejectionCode.NOT_TEXT, notText(bytes));
    }
    Optional<DecodedText> decoded = TextDecoder.decode(bytes, null);
    if (decoded.isEmpty()) {
      return rejected(RejectionCode.NOT_TEXT, notText(bytes));
    }
    PlainText.parse(decoded.get().text(), draft.warnAll(decoded.get().warnings()));
    return draft.build();
  }

  private List<SourceItem> xml(byte[] bytes) {
    Optional<XmlSource> read = XmlSource.read(bytes, null);
    if (read.isEmpty()) {
      return List.of(rejected(RejectionCode.NOT_TEXT, notText(bytes)));
    }
    XmlSource xml = read.get();
    Optional<Feed> feed = FeedReader.read(xml, source());
    if (feed.isPresent()) {
      return feed(feed.get());
    }
    if (Nitf.isNitf(xml.document())) {
      ArticleDraft.Builder draft =
          draft(Nitf.id(xml.document()).orElse(null)).warnAll(xml.warnings());
      Nitf.parse(xml.document(), draft);
      return List.of(draft.build());
    }
    if (NewsMlG2.isNewsMl(xml.document())) {
      return newsMl(xml);
    }
    Element root = xml.document().firstElementChild();
    if (root != null && root.tag().localName().equalsIgnoreCase("html")) {
      return List.of(single(bytes, Format.HTML));
    }
    return List.of(
        rejected(
            RejectionCode.UNKNOWN_FORMAT,
            root == null
                ? "no XML: it holds no element"
                : "XML of <" + root.tagName() + ">, which is no feed, sitemap, NITF or NewsML-G2"));
  }

  private List<SourceItem> newsMl(XmlSource xml) {
    List<SourceItem> drafts = new ArrayList<>();
    for (Element item : NewsMlG2.items(xml.document())) {
      ArticleDraft.Builder draft = draft(NewsMlG2.id(item).orElse(null)).warnAll(xml.warnings());
      NewsMlG2.parse(item, draft);
      drafts.add(draft.build());
    }
    return drafts;
  }

  private List<SourceItem> feed(Feed feed) {
    if (feed.kind() == Feed.Kind.SITEMAP_INDEX) {
      return List.of(rejected(RejectionCode.MISSING_TEXT, indexOf(feed.children())));
    }
    List<SourceItem> drafts = new ArrayList<>();
    for (FeedEntry entry : feed.entries()) {
      drafts.add(entry.draft().withWarnings(feed.warnings()));
    }
    return drafts.isEmpty() && !feed.warnings().isEmpty()
        ? List.of(
            rejected(
                RejectionCode.MISSING_TEXT,
                "a feed without an item that can be taken: " + String.join("; ", feed.warnings())))
        : drafts;
  }

  private static String indexOf(List<URI> sitemaps) {
    return "a sitemap index holds no articles itself: "
        + (sitemaps.isEmpty()
            ? "and this one names no sitemap"
            : "give the sitemaps it names, like "
                + sitemaps.get(0)
                + ", or have the index polled with `dateline feeds add`");
  }

  private Iterator<? extends SourceItem> json(byte[] bytes) {
    Optional<DecodedText> decoded = TextDecoder.decode(bytes, null);
    if (decoded.isEmpty()) {
      return List.of(rejected(RejectionCode.NOT_TEXT, notText(bytes))).iterator();
    }
    JsonNode json;
    try {
      json = JSON.readTree(decoded.get().text());
    } catch (JsonProcessingException e) {
      // Not one value: a line an article, as far as they can be read.
      return lines(decoded.get().text().getBytes(StandardCharsets.UTF_8));
    }
    Optional<Feed> feed = FeedReader.read(json, source());
    if (feed.isPresent()) {
      return feed(feed.get()).iterator();
    }
    List<SourceItem> items = new ArrayList<>();
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        items.add(object(json.get(i), new SourcePosition(name, i + 1, "object")));
      }
    } else {
      items.add(object(json, Ninjs.isNinjs(json) ? position : new SourcePosition(name, 1)));
    }
    return items.iterator();
  }

  private SourceItem object(JsonNode object, SourcePosition where) {
    if (Ninjs.isNinjs(object)) {
      ArticleDraft.Builder draft = draft(Ninjs.id(object).orElse(null));
      Ninjs.parse(object, draft);
      return draft.build();
    }
    try {
      return JsonLine.parse(object.toString().getBytes(StandardCharsets.UTF_8), where, addressName);
    } catch (ArticleRejectedException e) {
      return e.rejection();
    }
  }

  private JsonLinesItems lines(byte[] bytes) {
    CountedInput counted = new CountedInput(new ByteArrayInputStream(bytes));
    return new JsonLinesItems(counted, counted, name, addressName);
  }

  private FeedSource source() {
    return new FeedSource(name, addressName, address, null);
  }

  private ArticleDraft.Builder draft(@Nullable String ownId) {
    String id = ownId == null ? Format.stem(addressName) : ownId;
    return ArticleDraft.builder(position, id, "file:" + addressName)
        .identity(ownId == null || ownId.startsWith("http") ? null : ownId);
  }

  private static String notText(byte[] bytes) {
    int zeros = 0;
    for (byte b : bytes) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros == bytes.length
        ? "not a text: it holds nothing but " + zeros + " zero bytes"
        : "not a text: its bytes look like binary data";
  }

  private Rejection rejected(RejectionCode code, String message) {
    return new Rejection(position, null, code, message);
  }
}

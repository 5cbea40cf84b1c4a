package dev.dateline.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.page.BlockText;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). Thread-safe. */
final class JsonFeed {

  private JsonFeed() {}

  /** Tells whether the object is a JSON Feed. */
  static boolean isFeed(JsonNode object) {
    return object.path("version").asText().contains("jsonfeed.org")
        || (object.path("items").isArray()
            && (object.has("feed_url") || object.has("home_page_url")));
  }

  static Feed read(FeedSource source, JsonNode feed) {
    URI self = uri(null, feed, "feed_url");
    URI address = source.address() == null ? self : source.address();
    URI site = uri(address, feed, "home_page_url");
    URI base = address == null ? site : address;
    String title = text(feed, "title");
    List<RawItem> items = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (JsonNode node : feed.path("items")) {
      if (node.isObject()) {
        items.add(item(node, feed, base, title));
      } else {
        warnings.add("an item is no object: left out");
      }
    }
    String scope = base == null ? "file:" + source.addressName() : base.toString();
    ItemIdentity identity = new ItemIdentity(scope, items);
    List<FeedEntry> entries = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      entries.add(items.get(i).entry(source, i + 1, identity));
    }
    return new Feed(Feed.Kind.JSON_FEED, title, site, self, null, entries, List.of(), warnings);
  }

  private static RawItem item(
      JsonNode node, JsonNode feed, @Nullable URI base, @Nullable String outlet) {
    RawItem item = new RawItem();
    item.guid = text(node, "id");
    URI link = uri(base, node, "url");
    URI target = link == null ? uri(base, node, "external_url") : link;
    if (target == null && item.guid != null) {
      target = FeedSource.resolve(null, item.guid).orElse(null);
    }
    item.link = target == null ? null : target.toString();
    String title = text(node, "title");
    item.title = title == null ? null : FeedText.line(title);
    String html = text(node, "content_html");
    String plain = text(node, "content_text");
    String summary = text(node, "summary");
    String text =
        html != null
            ? BlockText.ofHtml(html)
            : plain != null
                ? BlockText.ofPlain(plain)
                : summary == null ? "" : BlockText.ofPlain(summary);
    item.text(text, html != null || plain != null);
    item.authors = authors(node);
    if (item.authors.isEmpty()) {
      item.authors = authors(feed);
    }
    item.published = text(node, "date_published");
    item.modified = text(node, "date_modified");
    if (item.published == null) {
      item.published = item.modified;
    }
    String language = text(node, "language");
    item.language = language == null ? text(feed, "language") : language;
    item.section = OneLine.orNull(node.path("tags").path(0).asText());
    item.source = outlet;
    return item;
  }

  private static List<String> authors(JsonNode node) {
    Set<String> names = new LinkedHashSet<>();
    JsonNode authors = node.path("authors");
    if (authors.isArray()) {
      authors.forEach(author -> names.add(author.path("name").asText()));
    } else {
      names.add(authors.path("name").asText());
    }
    names.add(node.path("author").path("name").asText());
    names.remove("");
    return List.copyOf(names);
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? value.asText()
        : null;
  }

  private static @Nullable URI uri(@Nullable URI base, JsonNode node, String field) {
    return Optional.ofNullable(text(node, field))
        .flatMap(reference -> FeedSource.resolve(base, reference))
        .orElse(null);
  }
}

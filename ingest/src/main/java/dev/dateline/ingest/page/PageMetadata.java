package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.http.HttpAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: schema.org JSON-LD first, then meta elements, then the markup.
 *
 * <p>Every part is as written; null or empty where the page says nothing.
 */
record PageMetadata(
    @Nullable String url,
    @Nullable String title,
    @Nullable String source,
    @Nullable String language,
    @Nullable String section,
    List<String> authors,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String body,
    boolean forPayers) {

  static PageMetadata of(Document page, @Nullable URI address) {
    PageQuery query = new PageQuery(page);
    JsonNode article = LinkedData.article(query).orElse(MissingNode.getInstance());
    return new PageMetadata(
        url(query, article, address),
        firstOf(
            text(article.path("headline")),
            query.meta("meta[property=og:title]"),
            heading(query),
            page.title()),
        firstOf(
            name(article.path("publisher")),
            query.meta("meta[property=og:site_name]"),
            query.meta("meta[name=application-name]")),
        firstOf(
            text(article.path("inLanguage")),
            query.attribute("html", "html[lang]", "lang"),
            query.meta("meta[http-equiv=content-language]")),
        firstOf(text(article.path("articleSection")), query.meta("meta[property=article:section]")),
        authors(query, article),
        firstOf(
            text(article.path("datePublished")),
            query.meta("meta[property=article:published_time]"),
            query.meta("meta[itemprop=datePublished]"),
            query.attribute("time", "time[itemprop=datePublished]", "datetime"),
            query.meta(
                "meta[name~=(?i)^(date|dc\\.date(\\.issued)?|pubdate|publish-?date|parsely-pub-date|sailthru\\.date)$]"),
            query.attribute("time", "article time[datetime]", "datetime")),
        firstOf(
            text(article.path("dateModified")),
            query.meta("meta[property=article:modified_time]"),
            query.meta("meta[itemprop=dateModified]")),
        text(article.path("articleBody")),
        isForPayers(article, query));
  }

  private static boolean isForPayers(JsonNode article, PageQuery query) {
    String free = article.path("isAccessibleForFree").asText();
    String tier = query.meta("meta[property=article:content_tier]");
    return free.equalsIgnoreCase("false")
        || (tier != null && (tier.equalsIgnoreCase("locked") || tier.equalsIgnoreCase("metered")));
  }

  private static @Nullable String url(PageQuery query, JsonNode article, @Nullable URI address) {
    return Stream.of(
            query.attribute("link", "link[rel=canonical]", "href"),
            query.meta("meta[property=og:url]"),
            text(article.path("url")),
            text(article.path("mainEntityOfPage")),
            text(article.path("mainEntityOfPage").path("@id")),
            address == null ? null : address.toString())
        .flatMap(Stream::ofNullable)
        .flatMap(
            candidate ->
                (address == null
                        ? HttpAddress.parse(candidate)
                        : HttpAddress.resolve(address, candidate))
                    .stream())
        .filter(PageMetadata::namesAnArticle)
        .map(URI::toString)
        .findFirst()
        .orElse(address == null ? null : address.toString());
  }

  /** Many sites declare their front page canonical for every page: that is no article's address. */
  private static boolean namesAnArticle(URI address) {
    boolean root = address.getPath() == null || address.getPath().length() <= 1;
    return !(root && address.getQuery() == null);
  }

  private static @Nullable String heading(PageQuery query) {
    List<Element> headings = query.all("h1");
    return headings.size() == 1 ? headings.get(0).text() : null;
  }

  private static List<String> authors(PageQuery query, JsonNode article) {
    Set<String> authors = new LinkedHashSet<>();
    JsonNode stated = article.path("author");
    List<JsonNode> nodes = new ArrayList<>();
    if (stated.isArray()) {
      stated.forEach(nodes::add);
    } else {
      nodes.add(stated);
    }
    for (JsonNode node : nodes) {
      String name = name(node);
      if (name != null) {
        authors.add(name);
      }
    }
    if (authors.isEmpty()) {
      for (Element element :
          query.all("meta", "meta[name=author], meta[property=article:author]")) {
        String content = element.attr("content");
        if (!content.isBlank() && !content.startsWith("http")) {
          authors.add(content);
        }
      }
    }
    return List.copyOf(authors);
  }

  private static @Nullable String name(JsonNode node) {
    if (node.isArray() && !node.isEmpty()) {
      return name(node.get(0));
    }
    return node.isObject() ? text(node.path("name")) : text(node);
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isArray() && !node.isEmpty()) {
      return text(node.get(0));
    }
    // Publishers' systems leave HTML's own escapes in their JSON.
    return node.isTextual() && !node.textValue().isBlank()
        ? Parser.unescapeEntities(node.textValue(), false)
        : null;
  }

  private static @Nullable String firstOf(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }
}

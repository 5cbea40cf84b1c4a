package dev.dateline.ingest.feed;

import dev.dateline.http.HttpAddress;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the feeds that a web page names.
 *
 * <p>Those its head declares ({@code link rel=alternate}) come first, in its order; then links
 * whose address or text looks like a feed's; comments last. Thread-safe.
 */
public final class FeedDiscovery {

  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "text/xml",
          "application/xml",
          "application/json");
  private static final Pattern FEED_LIKE =
      Pattern.compile(
          "(?i)(^|[/._?=&-])(rss|atom|feeds?|rdf)([/._?=&-]|2|\\d|$)|\\.(rss|atom|rdf)$|feed\\.(xml|json)$");
  private static final int MOST = 20;

  private FeedDiscovery() {}

  /**
   * Returns the feeds' addresses, likeliest first.
   *
   * @param html the page's characters
   * @param address where the page was found
   */
  public static List<URI> find(String html, URI address) {
    Document page = Jsoup.parse(html);
    URI base =
        page.select("base[href]").stream()
            .flatMap(element -> HttpAddress.resolve(address, element.attr("href")).stream())
            .findFirst()
            .orElse(address);
    Set<URI> feeds = new LinkedHashSet<>();
    Set<URI> comments = new LinkedHashSet<>();
    for (Element link : page.select("link[rel~=(?i)(^|\\s)(alternate|feed)(\\s|$)][href]")) {
      if (TYPES.contains(link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip())) {
        boolean ofComments =
            link.attr("title").toLowerCase(Locale.ROOT).contains("comment")
                || link.attr("href").contains("/comments/");
        HttpAddress.resolve(base, link.attr("href"))
            .ifPresent(uri -> (ofComments ? comments : feeds).add(uri));
      }
    }
    for (Element link : page.select("a[href]")) {
      if (FEED_LIKE.matcher(link.attr("href")).find()) {
        HttpAddress.resolve(base, link.attr("href")).ifPresent(feeds::add);
      }
    }
    feeds.removeAll(comments);
    feeds.addAll(comments);
    return feeds.stream().limit(MOST).toList();
  }
}

package dev.dateline.ingest.feed;

import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.text.XmlSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS, RDF and Atom feeds and sitemaps from their elements.
 *
 * <p>Elements are taken wherever feeds put them: an item outside its channel, Dublin Core beside
 * RSS, Atom inside it. Not thread-safe.
 */
final class XmlFeed {

  private static final Map<String, Feed.Kind> ROOTS =
      Map.of(
          "rss", Feed.Kind.RSS,
          "channel", Feed.Kind.RSS,
          "rdf:rdf", Feed.Kind.RDF,
          "rdf", Feed.Kind.RDF,
          "feed", Feed.Kind.ATOM,
          "entry", Feed.Kind.ATOM,
          "urlset", Feed.Kind.SITEMAP,
          "sitemapindex", Feed.Kind.SITEMAP_INDEX);

  private static final Pattern ADDRESS_AND_NAME =
      Pattern.compile("^\\s*\\S+@\\S+\\s*\\((.+)\\)\\s*$");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
  private static final Pattern ADDRESS_ALONE =
      Pattern.compile("^\\s*[<(\\[]\\s*(?:mailto:)?(\\S+@\\S+?)\\s*[>)\\]]\\s*$");
  private static final Pattern QUOTED = Pattern.compile("^\"(.+)\"$");
  private static final Pattern NAME_AND_ADDRESS =
      Pattern.compile("^\\s*(.+?)\\s*[<(\\[]\\s*(?:mailto:)?\\S+@\\S+\\s*[>)\\]]\\s*$");
  private static final int MOST_MINUTES = 60 * 24 * 7;

  private static final List<String> CONTENTS =
      List.of(
          "content:encoded",
          "content",
          "xhtml:body",
          "body",
          "fullitem:fullitem",
          "fullitem",
          "xhtml:div");

  private static final List<String> SUMMARIES =
      List.of(
          "description",
          "summary",
          "dc:description",
          "dcterms:abstract",
          "tagline",
          "media:description",
          "itunes:summary",
          "googleplay:description",
          "itunes:subtitle");

  private static final List<String> AUTHORS =
      List.of(
          "author",
          "dc:creator",
          "dc:author",
          "itunes:author",
          "googleplay:author",
          "media:credit");

  private final FeedSource source;
  private final XmlSource xml;
  private final Feed.Kind kind;
  private final FeedElement root;
  private final FeedElement head;
  private final List<String> warnings;

  private XmlFeed(FeedSource source, XmlSource xml, Feed.Kind kind, FeedElement root) {
    this.source = source;
    this.xml = xml;
    this.kind = kind;
    this.root = root;
    this.head = descendants(root, "channel").findFirst().orElse(root);
    this.warnings = new ArrayList<>(xml.warnings());
  }

  /** Tells the format by the outermost element; empty when it is none of these. */
  static Optional<Feed.Kind> kind(XmlSource xml) {
    return rootOf(xml).flatMap(XmlFeed::kindOf);
  }

  /** Reads the feed; empty when the file is none. */
  static Optional<Feed> read(FeedSource source, XmlSource xml) {
    Optional<FeedElement> root = rootOf(xml);
    return root.flatMap(XmlFeed::kindOf)
        .map(kind -> new XmlFeed(source, xml, kind, root.orElseThrow()).read());
  }

  private static Optional<FeedElement> rootOf(XmlSource xml) {
    return xml.document().children().stream().map(FeedElement::new).findFirst();
  }

  private static Optional<Feed.Kind> kindOf(FeedElement root) {
    Feed.Kind kind = ROOTS.get(root.name());
    if (kind == null && root.name().startsWith("unknown:")) {
      kind = ROOTS.get(root.name().substring("unknown:".length()));
    }
    return Optional.ofNullable(kind);
  }

  private Feed read() {
    URI self = self();
    URI site = link(head, null).flatMap(link -> FeedSource.resolve(base(head), link)).orElse(null);
    List<RawItem> items = items(site);
    URI address = source.address() == null ? self : source.address();
    String scope =
        address != null
            ? address.toString()
            : site != null ? site.toString() : "file:" + source.addressName();
    ItemIdentity identity = new ItemIdentity(scope, items);
    List<FeedEntry> entries = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      entries.add(items.get(i).entry(source, i + 1, identity));
    }
    String title = head.child("title").map(FeedText::line).orElse(null);
    return new Feed(kind, title, site, self, timeToLive(), entries, children(), warnings);
  }

  private List<URI> children() {
    if (kind != Feed.Kind.SITEMAP_INDEX) {
      return List.of();
    }
    return descendants(root, "sitemap")
        .flatMap(sitemap -> Optional.ofNullable(sitemap.text("loc")).stream())
        .flatMap(loc -> FeedSource.resolve(source.address(), loc).stream())
        .distinct()
        .toList();
  }

  private List<RawItem> items(@Nullable URI site) {
    String wanted =
        switch (kind) {
          case RSS, RDF -> "item";
          case ATOM -> "entry";
          case SITEMAP -> "url";
          case JSON_FEED, SITEMAP_INDEX -> "";
        };
    List<FeedElement> elements = new ArrayList<>(descendants(root, wanted).toList());
    if (root.name().equals(wanted)) {
      elements.add(0, root);
    }
    if (!elements.isEmpty() && isCut(elements.get(elements.size() - 1))) {
      warnings.add("the file ends inside its last item: that one is left out");
      elements.remove(elements.size() - 1);
    }
    List<RawItem> items =
        elements.stream()
            .map(element -> kind == Feed.Kind.SITEMAP ? address(element) : item(element, site))
            .filter(item -> item.title != null || item.link != null || !item.text().isEmpty())
            .toList();
    int empty = elements.size() - items.size();
    if (empty > 0) {
      warnings.add(
          (empty == 1 ? "an item has" : empty + " items have")
              + " neither title nor text nor address: left out");
    }
    return items;
  }

  /** Tells whether the last item is opened and never closed. */
  private boolean isCut(FeedElement last) {
    String tag = last.element().tagName();
    int opened = xml.text().lastIndexOf("<" + tag);
    return xml.text().indexOf("</" + tag, opened) < 0
        && !xml.text().substring(opened).matches("(?s)<[^<>]*/>.*");
  }

  private RawItem item(FeedElement element, @Nullable URI site) {
    RawItem item = new RawItem();
    URI base = base(element);
    URI known = base == null ? site : base;
    item.guid = OneLine.orNull(element.text("guid", "id", "dc:identifier"));
    item.link = link(element, known).map(reference -> whole(reference, known, item)).orElse(null);
    String about = element.attribute("about");
    if (item.guid == null && !about.isEmpty()) {
      item.guid = about;
    }
    item.title =
        Stream.of("title", "media:title", "dc:title", "itunes:title")
            .flatMap(name -> element.child(name).or(() -> grouped(element, name)).stream())
            .map(FeedText::line)
            .filter(title -> !title.isBlank())
            .findFirst()
            .orElse(null);
    item.textIn(element);
    item.authors = authors(element);
    item.published =
        element.text(
            "pubdate",
            "published",
            "issued",
            "dc:date",
            "dcterms:issued",
            "dcterms:created",
            "created",
            "dcterms:available",
            "date");
    item.modified = element.text("updated", "modified", "dcterms:modified", "lastmod");
    if (item.published == null) {
      item.published = item.modified;
    }
    item.language = language(element);
    item.section = section(element);
    item.source = sourceOf(element);
    return item;
  }

  private RawItem address(FeedElement element) {
    RawItem item = new RawItem();
    String loc = element.text("loc");
    item.link = loc == null ? null : whole(loc, base(element), item);
    item.modified = element.text("lastmod");
    item.published = item.modified;
    item.language = language(element);
    element
        .child("news:news")
        .ifPresent(
            news -> {
              item.title = news.child("news:title").map(FeedText::line).orElse(null);
              item.published = news.text("news:publication_date");
              item.section = news.text("news:genres");
              news.child("news:publication")
                  .ifPresent(
                      outlet -> {
                        item.source = outlet.text("news:name");
                        item.language = outlet.text("news:language");
                      });
            });
    return item;
  }

  /**
   * Takes the content, or the summary where that is more than twice as long, for some feeds swap
   * them; and the language that its element or the title states.
   */
  static void texts(FeedElement element, RawItem item) {
    List<Text> contents = CONTENTS.stream().flatMap(element::children).map(Text::of).toList();
    Optional<Text> summary =
        SUMMARIES.stream()
            .flatMap(name -> element.child(name).or(() -> grouped(element, name)).stream())
            .map(Text::of)
            .filter(text -> !text.paragraphs.isBlank())
            .findFirst();
    Optional<Text> content =
        contents.stream().max(Comparator.comparing(text -> text.paragraphs.length()));
    int length = content.map(text -> text.paragraphs.strip().length()).orElse(0);
    int summaryLength = summary.map(text -> text.paragraphs.length()).orElse(0);
    Optional<Text> taken = length > 0 && 2 * length >= summaryLength ? content : summary;
    // What is shorter than the summary is none of the whole: the page may say more.
    item.text(taken.map(Text::paragraphs).orElse(""), length > 0 && length >= summaryLength);
    taken
        .map(Text::language)
        .filter(language -> !language.isBlank())
        .or(() -> element.child("title").map(Text::language).filter(l -> !l.isBlank()))
        .ifPresent(language -> item.language = language);
  }

  /** What an element says, and the language it states itself; blank when it states none. */
  private record Text(String paragraphs, String language) {

    static Text of(FeedElement element) {
      return new Text(FeedText.paragraphs(element), language(element));
    }

    static String language(FeedElement element) {
      return element.element().attr("xml:lang").strip().replace('_', '-');
    }
  }

  /** Media RSS may put what it says into a group. */
  private static Optional<FeedElement> grouped(FeedElement element, String name) {
    return name.startsWith("media:")
        ? element.child("media:group").flatMap(group -> group.child(name))
        : Optional.empty();
  }

  /** Returns the first kind of authors that has a name; an address of mail alone is the last. */
  private List<String> authors(FeedElement element) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : AUTHORS) {
      List<String> found =
          element.children(name).map(XmlFeed::person).filter(author -> !author.isEmpty()).toList();
      boolean named = found.stream().anyMatch(author -> !ADDRESS.matcher(author).matches());
      if (named) {
        names.clear();
      }
      if (named || names.isEmpty()) {
        names.addAll(found);
      }
      if (named) {
        break;
      }
    }
    if (names.isEmpty() && kind == Feed.Kind.ATOM) {
      element
          .child("source")
          .ifPresent(origin -> origin.children("author").map(XmlFeed::person).forEach(names::add));
      if (names.isEmpty()) {
        head.children("author").map(XmlFeed::person).forEach(names::add);
      }
    }
    if (names.isEmpty() && kind != Feed.Kind.ATOM) {
      Stream.of("itunes:author", "dc:creator")
          .flatMap(head::children)
          .map(XmlFeed::person)
          .forEach(names::add);
    }
    names.remove("");
    return List.copyOf(names);
  }

  private static String person(FeedElement author) {
    String name = author.text("name", "atom:name");
    String written =
        name != null
            ? name
            : Objects.requireNonNullElseGet(
                author.text("email", "uri"), () -> FeedText.line(author));
    Matcher matcher = ADDRESS_AND_NAME.matcher(written);
    if (matcher.matches()) {
      return OneLine.of(matcher.group(1));
    }
    for (Pattern pattern : List.of(ADDRESS_ALONE, NAME_AND_ADDRESS, QUOTED)) {
      matcher = pattern.matcher(written);
      written = matcher.matches() ? matcher.group(1) : written;
    }
    return OneLine.of(written);
  }

  /** Returns the reference to the page of an item or a feed, as written. */
  private Optional<String> link(FeedElement element, @Nullable URI base) {
    Optional<String> original = element.child("feedburner:origlink").map(FeedElement::text);
    if (original.isPresent()) {
      return original;
    }
    Optional<String> plain =
        element
            .children("link")
            .filter(link -> link.attribute("href").isEmpty() && isAlternate(link))
            .filter(link -> !link.text().isEmpty())
            .map(link -> fromOwnBase(link, link.text()))
            .findFirst();
    if (plain.isPresent()) {
      return plain;
    }
    Optional<String> alternate =
        element
            .children("link")
            .filter(link -> !link.attribute("href").isEmpty() && isAlternate(link))
            .sorted(Comparator.comparing(link -> link.attribute("type").contains("html") ? 0 : 1))
            .map(link -> fromOwnBase(link, link.attribute("href")))
            .findFirst();
    return alternate
        .or(() -> element.child("guid").filter(XmlFeed::isPermanent).map(FeedElement::text))
        .or(
            () ->
                element
                    .children("content")
                    .map(c -> c.attribute("src"))
                    .filter(s -> !s.isEmpty())
                    .findFirst())
        .or(
            () ->
                Optional.of(element.attribute("about"))
                    .filter(about -> FeedSource.resolve(null, about).isPresent()))
        .or(
            () ->
                Optional.ofNullable(element.text("id"))
                    .filter(id -> base != null && FeedSource.resolve(null, id).isPresent()));
  }

  /** Returns the reference, whole where its element states what it counts from. */
  private String fromOwnBase(FeedElement link, String reference) {
    return link.element().attr("xml:base").isBlank()
        ? reference
        : FeedSource.resolve(base(link), reference).map(URI::toString).orElse(reference);
  }

  private static boolean isAlternate(FeedElement link) {
    String rel = link.attribute("rel").toLowerCase(Locale.ROOT);
    return rel.isEmpty() || rel.equals("alternate") || rel.endsWith("/alternate");
  }

  private static boolean isPermanent(FeedElement guid) {
    return !guid.attribute("ispermalink").equalsIgnoreCase("false")
        && FeedSource.resolve(null, guid.text()).isPresent();
  }

  private static @Nullable String whole(String reference, @Nullable URI base, RawItem item) {
    Optional<URI> whole = FeedSource.resolve(base, reference);
    if (whole.isEmpty()) {
      item.warnings.add(
          "the address \"" + OneLine.quoted(reference) + "\" leads nowhere: left out");
    }
    // Nobody sends a fragment, but it may name the item among others of its page.
    int fragment = reference.indexOf('#');
    String named = fragment < 0 ? "" : reference.substring(fragment);
    return whole.map(address -> address + named).orElse(null);
  }

  /**
   * Returns the address that references below the element count from: xml:base, else the feed's.
   */
  private @Nullable URI base(FeedElement element) {
    URI base = source.address();
    List<Element> outermostFirst = new ArrayList<>(element.element().parents());
    java.util.Collections.reverse(outermostFirst);
    outermostFirst.add(element.element());
    for (Element ancestor : outermostFirst) {
      String stated = ancestor.attr("xml:base");
      if (!stated.isBlank()) {
        base = FeedSource.resolve(base, stated).orElse(base);
      }
    }
    return base;
  }

  private @Nullable URI self() {
    return head.children("link")
        .filter(link -> link.attribute("rel").equalsIgnoreCase("self"))
        .flatMap(link -> FeedSource.resolve(base(head), link.attribute("href")).stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String language(FeedElement element) {
    for (FeedElement place : List.of(element, head, root)) {
      String stated = place.text("language", "dc:language");
      if (stated == null) {
        stated = Text.language(place);
        if (stated.isEmpty() && place.element().hasAttr("xml:lang")) {
          return null; // it says that nobody knows
        }
      }
      if (!stated.isBlank()) {
        return stated.strip().replace('_', '-');
      }
    }
    return null;
  }

  private static @Nullable String section(FeedElement element) {
    return element
        .children()
        .filter(child -> child.name().equals("category") || child.name().equals("dc:subject"))
        .map(
            category -> {
              String label = category.attribute("label");
              String named = label.isEmpty() ? category.attribute("term") : label;
              return named.isEmpty() ? FeedText.line(category) : named;
            })
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String sourceOf(FeedElement element) {
    Optional<FeedElement> origin = element.child("source");
    String name =
        origin
            .map(
                o ->
                    o.child("title")
                        .map(FeedText::line)
                        .orElseGet(
                            () -> o.children().findAny().isPresent() ? "" : FeedText.line(o)))
            .filter(n -> !n.isBlank())
            .orElse(null);
    return name != null ? name : head.child("title").map(FeedText::line).orElse(null);
  }

  private @Nullable Duration timeToLive() {
    String stated = head.text("ttl");
    if (stated != null && stated.matches("\\d{1,6}")) {
      return Duration.ofMinutes(Math.min(Integer.parseInt(stated), MOST_MINUTES));
    }
    String period = head.text("sy:updateperiod");
    if (period == null) {
      return null;
    }
    String frequency = String.valueOf(head.text("sy:updatefrequency"));
    int times = frequency.matches("[1-9]\\d{0,3}") ? Integer.parseInt(frequency) : 1;
    Duration length =
        switch (period.toLowerCase(Locale.ROOT)) {
          case "hourly" -> Duration.ofHours(1);
          case "weekly", "monthly", "yearly" -> Duration.ofDays(7);
          default -> Duration.ofDays(1);
        };
    return length.dividedBy(times);
  }

  private static Stream<FeedElement> descendants(FeedElement root, String name) {
    return FeedElement.below(root.element(), name).stream();
  }
}

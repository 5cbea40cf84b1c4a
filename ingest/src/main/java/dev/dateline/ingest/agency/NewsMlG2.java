package dev.dateline.ingest.agency;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.page.BlockText;
import dev.dateline.ingest.text.StatedTimes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads NewsML-G2 (IPTC, https://iptc.org/standards/newsml-g2/): news items alone or in a news
 * message, their text as NITF, XHTML or plain. Thread-safe.
 */
public final class NewsMlG2 {

  private NewsMlG2() {}

  /** Tells whether the XML file is one. */
  public static boolean isNewsMl(Document xml) {
    return xml.children().stream()
        .anyMatch(
            root ->
                Stream.of("newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem")
                    .anyMatch(name -> XmlParts.is(root, name)));
  }

  /** Returns the news items in it, in order; packages and concepts hold no text of their own. */
  public static List<Element> items(Document xml) {
    return XmlParts.all(xml, "newsItem").toList();
  }

  /** Returns the item's own id. */
  public static Optional<String> id(Element item) {
    return Optional.of(item.attr("guid").strip()).filter(guid -> !guid.isEmpty());
  }

  /** Fills the draft from an item. */
  public static void parse(Element item, ArticleDraft.Builder draft) {
    Optional<Element> nitf = XmlParts.first(item, "contentSet", "nitf");
    nitf.ifPresent(element -> Nitf.fill(element, draft));
    String status = XmlParts.attribute(item, "qcode", "itemMeta", "pubStatus");
    if (status != null && !status.toLowerCase(Locale.ROOT).endsWith("usable")) {
      draft.warn("its status is \"" + status + "\", not usable");
    }
    String kind = XmlParts.attribute(item, "qcode", "itemMeta", "itemClass");
    if (kind != null && !kind.endsWith(":text") && !kind.endsWith(":composite")) {
      draft.warn("it is of class \"" + kind + "\", not text");
    }
    draft
        .url(id(item).filter(guid -> guid.startsWith("http")).orElse(null))
        .title(
            XmlParts.firstOf(
                XmlParts.text(item, "contentMeta", "headline"),
                nitf.map(element -> XmlParts.text(element, "hl1")).orElse(null),
                XmlParts.text(item, "itemMeta", "title")))
        .source(
            XmlParts.firstOf(
                name(item, "itemMeta", "provider"),
                XmlParts.attribute(item, "literal", "itemMeta", "provider"),
                name(item, "contentMeta", "infoSource")))
        .section(name(item, "contentMeta", "subject"))
        .declaredLanguage(
            XmlParts.firstOf(
                XmlParts.attribute(item, "tag", "contentMeta", "language"),
                item.attr("xml:lang").isBlank() ? null : item.attr("xml:lang")))
        .published(
            StatedTimes.parseOrWarn(
                "published",
                XmlParts.firstOf(
                    XmlParts.text(item, "itemMeta", "firstCreated"),
                    XmlParts.text(item, "contentMeta", "contentCreated"),
                    XmlParts.text(item, "itemMeta", "versionCreated")),
                draft))
        .modified(
            StatedTimes.parseOrWarn(
                "modified",
                XmlParts.firstOf(
                    XmlParts.text(item, "itemMeta", "versionCreated"),
                    XmlParts.text(item, "contentMeta", "contentModified")),
                draft));
    List<String> authors = authors(item);
    if (!authors.isEmpty()) {
      draft.authors(authors);
    }
    if (nitf.isEmpty()) {
      draft.text(text(item));
    }
  }

  private static List<String> authors(Element item) {
    List<String> creators =
        XmlParts.first(item, "contentMeta").stream()
            .flatMap(meta -> XmlParts.all(meta, "creator"))
            .map(creator -> XmlParts.firstOf(XmlParts.text(creator, "name"), literal(creator)))
            .flatMap(name -> Stream.ofNullable(name))
            .distinct()
            .toList();
    if (!creators.isEmpty()) {
      return creators;
    }
    String by = XmlParts.text(item, "contentMeta", "by");
    return by == null ? List.of() : List.of(by.replaceFirst("(?i)^by\\s+", ""));
  }

  private static @Nullable String literal(Element creator) {
    return creator.attr("literal").isBlank() ? null : creator.attr("literal");
  }

  private static @Nullable String name(Element item, String meta, String part) {
    return XmlParts.text(item, meta, part, "name");
  }

  private static String text(Element item) {
    Optional<Element> content = XmlParts.first(item, "contentSet");
    if (content.isEmpty()) {
      return "";
    }
    Optional<Element> inline = XmlParts.first(content.get(), "inlineXML");
    if (inline.isPresent()) {
      Element body = XmlParts.first(inline.get(), "body").orElse(inline.get());
      return BlockText.ofElement(body);
    }
    return XmlParts.first(content.get(), "inlineData")
        .map(
            data ->
                data.attr("contenttype").contains("html")
                    ? BlockText.ofHtml(data.wholeText())
                    : BlockText.ofPlain(data.wholeText()))
        .orElse("");
  }
}

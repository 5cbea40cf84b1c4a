package dev.dateline.ingest.agency;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.page.BlockText;
import dev.dateline.ingest.text.StatedTimes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads NITF, the News Industry Text Format (IPTC, https://iptc.org/standards/nitf/): one article a
 * file. Thread-safe.
 */
public final class Nitf {

  private static final Pattern BY = Pattern.compile("(?i)^by\\s+");

  private Nitf() {}

  /** Tells whether the XML file is one. */
  public static boolean isNitf(Document xml) {
    return root(xml).isPresent();
  }

  /** Returns the id the file gives its article; empty when it gives none. */
  public static Optional<String> id(Document xml) {
    return root(xml).map(nitf -> XmlParts.attribute(nitf, "id-string", "docdata", "doc-id"));
  }

  /** Fills the draft. */
  public static void parse(Document xml, ArticleDraft.Builder draft) {
    root(xml).ifPresent(nitf -> fill(nitf, draft));
  }

  /** Fills the draft from the element, which may stand inside another format's file. */
  static void fill(Element nitf, ArticleDraft.Builder draft) {
    draft
        .title(
            XmlParts.firstOf(
                XmlParts.text(nitf, "body.head", "hl1"),
                XmlParts.text(nitf, "hedline"),
                XmlParts.text(nitf, "head", "title")))
        .authors(authors(nitf))
        .source(
            XmlParts.firstOf(
                XmlParts.attribute(nitf, "name", "pubdata"),
                XmlParts.text(nitf, "distributor"),
                XmlParts.attribute(nitf, "holder", "doc.copyright")))
        .section(
            XmlParts.firstOf(
                XmlParts.attribute(nitf, "position.section", "pubdata"),
                XmlParts.attribute(nitf, "tobject.property.type", "tobject.property")))
        .declaredLanguage(language(nitf))
        .url(XmlParts.attribute(nitf, "ex-ref", "pubdata"))
        .published(
            StatedTimes.parseOrWarn(
                "published",
                XmlParts.firstOf(
                    XmlParts.attribute(nitf, "norm", "docdata", "date.release"),
                    XmlParts.attribute(nitf, "norm", "docdata", "date.issue"),
                    XmlParts.attribute(nitf, "date.publication", "pubdata"),
                    XmlParts.attribute(nitf, "norm", "dateline", "story.date")),
                draft))
        .text(body(nitf));
  }

  private static Optional<Element> root(Document xml) {
    return xml.children().stream().filter(element -> XmlParts.is(element, "nitf")).findFirst();
  }

  private static List<String> authors(Element nitf) {
    Optional<Element> byline =
        XmlParts.first(nitf, "body.head", "byline").or(() -> XmlParts.first(nitf, "byline"));
    if (byline.isEmpty()) {
      return List.of();
    }
    List<String> persons = XmlParts.texts(byline.get(), "person");
    if (!persons.isEmpty()) {
      return persons;
    }
    Element plain = byline.get().clone();
    XmlParts.all(plain, "byttl").toList().forEach(Element::remove);
    String written = BY.matcher(plain.text().strip()).replaceFirst("");
    return List.of(written.split("\\s*(?:,| and | & )\\s*"));
  }

  private static @org.jspecify.annotations.Nullable String language(Element nitf) {
    return XmlParts.firstOf(
        nitf.attr("xml:lang").isBlank() ? null : nitf.attr("xml:lang"),
        XmlParts.attribute(nitf, "xml:lang", "body"),
        XmlParts.attribute(nitf, "xml:lang", "body.content"));
  }

  private static String body(Element nitf) {
    Optional<Element> content = XmlParts.first(nitf, "body.content");
    if (content.isEmpty()) {
      return "";
    }
    Element body = content.get().clone();
    for (String name : List.of("media", "table", "nitf-table")) {
      XmlParts.all(body, name).toList().forEach(Element::remove);
    }
    return BlockText.ofElement(body);
  }
}

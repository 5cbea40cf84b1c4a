package dev.dateline.ingest.poll;

import dev.dateline.schemas.avro.Feed;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Reads and writes lists of feeds in OPML 2.0, what feed readers export and import.
 *
 * <p>Reading forgives what exporters get wrong (unescaped ampersands, names in another case), and
 * reads no entity or DTD from outside. Thread-safe.
 */
public final class Opml {

  private Opml() {}

  /**
   * What a file holds.
   *
   * @param feeds the feeds by their addresses, in the file's order, each once
   * @param rejected addresses that are no http or https addresses, as written
   * @param isOpml whether it is OPML at all
   */
  public record Content(Map<String, Feed> feeds, List<String> rejected, boolean isOpml) {}

  /** Reads a file's characters; {@code now} becomes the time the feeds were added. */
  public static Content read(String characters, Instant now) {
    Document document =
        Jsoup.parse(characters, "", Parser.xmlParser().settings(ParseSettings.htmlDefault));
    Map<String, Feed> feeds = new LinkedHashMap<>();
    List<String> rejected = new ArrayList<>();
    for (Element outline : document.select("outline[xmlurl]")) {
      String written = outline.attr("xmlurl").strip();
      FeedList.address(written)
          .ifPresentOrElse(
              url -> feeds.putIfAbsent(url, feed(url, outline, now)), () -> rejected.add(written));
    }
    boolean isOpml = document.selectFirst("opml") != null || !feeds.isEmpty();
    return new Content(feeds, List.copyOf(rejected), isOpml);
  }

  /** Writes the feeds, in their folders, sorted by them. */
  public static String write(Collection<Feed> feeds) {
    Map<List<String>, List<Feed>> folders =
        new TreeMap<>(Comparator.comparing((List<String> names) -> String.join("/", names)));
    feeds.forEach(
        feed ->
            folders
                .computeIfAbsent(List.copyOf(feed.getFolders()), names -> new ArrayList<>())
                .add(feed));
    StringWriter characters = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(characters);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      xml.writeCharacters("\n  ");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters("Dateline's feeds");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeCharacters("\n  ");
      xml.writeStartElement("body");
      for (Map.Entry<List<String>, List<Feed>> folder : folders.entrySet()) {
        write(folder.getKey(), 0, folder.getValue(), xml);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to a string", e);
    }
    return characters.toString();
  }

  private static void write(List<String> folders, int depth, List<Feed> feeds, XMLStreamWriter xml)
      throws XMLStreamException {
    if (depth < folders.size()) {
      indent(depth, xml);
      xml.writeStartElement("outline");
      xml.writeAttribute("text", folders.get(depth));
      write(folders, depth + 1, feeds, xml);
      indent(depth, xml);
      xml.writeEndElement();
      return;
    }
    for (Feed feed : feeds) {
      indent(depth, xml);
      String title = feed.getTitle() == null ? feed.getUrl() : feed.getTitle();
      xml.writeEmptyElement("outline");
      xml.writeAttribute("type", "rss");
      xml.writeAttribute("text", title);
      xml.writeAttribute("xmlUrl", feed.getUrl());
    }
  }

  private static void indent(int depth, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth + 2));
  }

  private static Feed feed(String url, Element outline, Instant now) {
    List<String> folders = new ArrayList<>();
    for (Element parent : outline.parents()) {
      if (parent.normalName().equals("outline") && !parent.hasAttr("xmlurl")) {
        String name = named(parent);
        if (!name.isEmpty()) {
          folders.add(name);
        }
      }
    }
    Collections.reverse(folders);
    String title = named(outline);
    return Feed.newBuilder()
        .setUrl(url)
        .setTitle(title.isEmpty() ? null : title)
        .setFolders(folders)
        .setAdded(now)
        .build();
  }

  private static String named(Element outline) {
    String text = outline.attr("text").strip();
    return text.isEmpty() ? outline.attr("title").strip() : text;
  }
}

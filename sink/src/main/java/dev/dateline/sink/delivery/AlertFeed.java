package dev.dateline.sink.delivery;

import dev.dateline.schemas.avro.Alert;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Alerts as a feed: Atom 1.0 (RFC 4287) or RSS 2.0, newest first. Thread-safe. */
final class AlertFeed {

  private static final String TITLE = "Dateline alerts";
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private AlertFeed() {}

  static byte[] atom(List<Alert> alerts) {
    return written(
        xml -> {
          xml.writeStartElement("feed");
          xml.writeDefaultNamespace(ATOM);
          element(xml, "id", "urn:dateline:alerts");
          element(xml, "title", TITLE);
          element(xml, "updated", updated(alerts).toString());
          xml.writeStartElement("author");
          element(xml, "name", "Dateline");
          xml.writeEndElement();
          for (Alert alert : alerts) {
            xml.writeStartElement("entry");
            element(xml, "id", "urn:dateline:alert:" + alert.getId());
            element(xml, "title", alert.getSummary());
            element(xml, "updated", alert.getRaised().toString());
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(alert.getWatchlist()));
            String url = url(alert);
            if (url != null) {
              xml.writeEmptyElement("link");
              xml.writeAttribute("href", clean(url));
            }
            element(xml, "summary", details(alert));
            xml.writeEndElement();
          }
          xml.writeEndElement();
        });
  }

  static byte[] rss(List<Alert> alerts) {
    return written(
        xml -> {
          xml.writeStartElement("rss");
          xml.writeAttribute("version", "2.0");
          xml.writeStartElement("channel");
          element(xml, "title", TITLE);
          element(xml, "link", "http://localhost/");
          element(xml, "description", "Claims that watchlists asked for.");
          element(xml, "lastBuildDate", rfc1123(updated(alerts)));
          for (Alert alert : alerts) {
            xml.writeStartElement("item");
            xml.writeStartElement("guid");
            xml.writeAttribute("isPermaLink", "false");
            xml.writeCharacters("urn:dateline:alert:" + alert.getId());
            xml.writeEndElement();
            element(xml, "title", alert.getSummary());
            element(xml, "pubDate", rfc1123(alert.getRaised()));
            element(xml, "category", alert.getWatchlist());
            String url = url(alert);
            if (url != null) {
              element(xml, "link", url);
            }
            element(xml, "description", details(alert));
            xml.writeEndElement();
          }
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }

  private interface Writing {
    void to(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      writing.to(xml);
      xml.writeEndDocument();
      xml.close();
      return out.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /** XML 1.0 has no place for control characters and lone surrogates. */
  private static String clean(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
  }

  private static String details(Alert alert) {
    var sentence = alert.getClaim().getClaim().getSentence();
    String around = sentence == null ? "" : sentence.getText() + "\n";
    return around + String.join("\n", alert.getAlso());
  }

  private static @Nullable String url(Alert alert) {
    return alert.getClaim().getArticle().getUrl();
  }

  private static Instant updated(List<Alert> alerts) {
    return alerts.stream().map(Alert::getRaised).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private static String rfc1123(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}

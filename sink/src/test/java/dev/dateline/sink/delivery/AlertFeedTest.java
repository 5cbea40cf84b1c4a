package dev.dateline.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.sink.Alerts;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.streams.testing.SampleRecords;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AlertFeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Instant RAISED = Instant.parse("2024-01-01T00:00:00Z");
  private final List<Alert> alerts = List.of(alert("newer", 60), alert("old <&> \u0001er", 0));

  @Test
  void atomFeedHasWhatTheStandardAsksOfItAndOneEntryAnAlert() throws Exception {
    Element feed = parse(AlertFeed.atom(alerts)).getDocumentElement();

    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(texts(feed, "id")).hasSize(3).doesNotHaveDuplicates();
    assertThat(texts(feed, "updated"))
        .containsExactly("2024-01-01T00:01:00Z", "2024-01-01T00:01:00Z", "2024-01-01T00:00:00Z");
    assertThat(texts(feed, "name")).containsExactly("Dateline");
    assertThat(texts(feed, "title"))
        .containsExactly(
            "Dateline alerts", alerts.get(0).getSummary(), clean(alerts.get(1).getSummary()));
    assertThat(((Element) feed.getElementsByTagNameNS(ATOM, "link").item(0)).getAttribute("href"))
        .isEqualTo("https://outlet.example/a");
  }

  @Test
  void rssFeedHasOneItemAnAlertThatIsNoAddress() throws Exception {
    Element rss = parse(AlertFeed.rss(alerts)).getDocumentElement();

    assertThat(rss.getAttribute("version")).isEqualTo("2.0");
    assertThat(texts(rss, "guid"))
        .containsExactlyElementsOf(
            alerts.stream().map(alert -> "urn:dateline:alert:" + alert.getId()).toList());
    assertThat(((Element) rss.getElementsByTagName("guid").item(0)).getAttribute("isPermaLink"))
        .isEqualTo("false");
    assertThat(texts(rss, "pubDate")).last().isEqualTo("Mon, 1 Jan 2024 00:00:00 GMT");
    assertThat(texts(rss, "category")).containsOnly("mine");
  }

  @Test
  void feedWithoutAlertsIsAFeedAllTheSame() throws Exception {
    assertThat(texts(parse(AlertFeed.atom(List.of())).getDocumentElement(), "entry")).isEmpty();
    assertThat(texts(parse(AlertFeed.rss(List.of())).getDocumentElement(), "item")).isEmpty();
  }

  private static Alert alert(String content, long seconds) {
    Article article = SampleRecords.article("a", "Text.", RAISED);
    Alert alert =
        Alerts.of(
            "mine",
            JudgedClaims.of(
                article, SampleRecords.claim("c" + seconds, "The council", content), Verdict.NEW));
    alert.setRaised(RAISED.plusSeconds(seconds));
    return alert;
  }

  private static String clean(String text) {
    return text.replace("\u0001", "");
  }

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static List<String> texts(Element root, String name) {
    NodeList found = root.getElementsByTagNameNS("*", name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}

package dev.dateline.ingest.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XmlTreeTest {

  static Stream<Path> samples() throws IOException, URISyntaxException {
    URL root = Objects.requireNonNull(XmlTreeTest.class.getResource("/dev/dateline/ingest"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(root.toURI()))) {
      files = all.filter(file -> file.toString().matches(".*\\.(xml|rss|atom)")).sorted().toList();
    }
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aWellFormedFileGivesTheTreeOfTheForgivingParser(Path file) throws IOException {
    XmlSource source = XmlSource.read(Files.readAllBytes(file), null).orElseThrow();
    Document forgiving = Jsoup.parse(source.text(), "", Parser.xmlParser());
    if (source.warnings().isEmpty() && !source.text().contains("<!DOCTYPE")) {
      assertThat(written(source.document())).isEqualTo(written(forgiving));
    }
  }

  @Test
  void someOfTheSamplesAreWellFormed() throws IOException, URISyntaxException {
    assertThat(samples().map(XmlTreeTest::warnings).filter(List::isEmpty)).hasSizeGreaterThan(10);
  }

  @Test
  void sectionsReferencesAndPrefixesMeanTheSame() {
    String file =
        "<?xml version='1.0'?><r:feed xmlns:r='urn:r' xmlns='urn:d' r:a='1 &lt; 2' b='&#228;'><!-- no"
            + " --><title>A &amp; B</title>&#x41;<x><![CDATA[<p>1</p>]]> and <![CDATA[2]]></x>\n"
            + "<y><z/></y></r:feed>";
    assertThat(written(read(file).document()))
        .isEqualTo(written(Jsoup.parse(file, "", Parser.xmlParser())));
  }

  @Test
  void elementsThatHoldNothingAreWrittenAsHtmlHasThem() {
    Document document = read("<c><div>One<br/>two<br></br><i/></div></c>").document();
    assertThat(Objects.requireNonNull(document.selectFirst("div")).outerHtml())
        .isEqualTo("<div>One<br />two<br /><i></i></div>");
  }

  @Test
  void entitiesOfADocumentTypeStandForALittleOnly() {
    StringBuilder file = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 'news'>");
    for (int i = 1; i < 12; i++) {
      String ten = ("&e" + (i - 1) + ";").repeat(10);
      file.append("<!ENTITY e").append(i).append(" '").append(ten).append("'>");
    }
    XmlSource source = read(file.append("]><r>&e0; &e11;</r>").toString());
    assertThat(source.document().text()).startsWith("news").hasSizeLessThan(100);
  }

  @Test
  void referencesToControlsAreReadAsBrowsersDo() {
    assertThat(read("<t a='&#x93;'>Don&#146;t panic &#0150; &#8364;5</t>").document().text())
        .isEqualTo("Don’t panic – €5");
  }

  @Test
  void elementsMayStandAThousandDeep() {
    String deep = "<a>".repeat(1_000) + "deep" + "</a>".repeat(1_000);
    assertThat(read(deep).document().text()).isEqualTo("deep");
  }

  private static XmlSource read(String file) {
    return XmlSource.read(file.getBytes(UTF_8), null).orElseThrow();
  }

  private static List<String> warnings(Path file) {
    try {
      return XmlSource.read(Files.readAllBytes(file), null).orElseThrow().warnings();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Writes all that is read of a tree. */
  private static String written(Node node) {
    StringBuilder out = new StringBuilder();
    for (Node child : node.childNodes()) {
      if (child instanceof CDataNode section) {
        out.append("[[").append(lines(section.getWholeText())).append("]]");
      } else if (child instanceof TextNode text && node.parent() != null) {
        out.append(lines(text.getWholeText()));
      } else if (child instanceof Element element) {
        out.append('<').append(element.tagName()).append(" of ").append(element.tag().namespace());
        element.attributes().asList().stream()
            .map(attribute -> " " + attribute.getKey() + "=" + lines(attribute.getValue()))
            .sorted()
            .forEach(out::append);
        out.append('>').append(written(element)).append("</>\n");
      }
    }
    return out.toString();
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}

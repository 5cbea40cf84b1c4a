package dev.dateline.ingest.text;

import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Builds the tree that jsoup's XML parser would from what a strict parser reports, so that a
 * well-formed file is parsed once.
 *
 * <p>Comments and processing instructions are left out. Takes nothing from outside. Not
 * thread-safe.
 */
final class XmlTree extends DefaultHandler2 {

  /** The depth to which jsoup keeps elements inside each other. */
  private static final int DEEPEST = 512;

  /** Elements of HTML that have no end tag; written with one they would count twice. */
  private static final Set<String> EMPTY =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");

  private final Document document = new Document(Parser.NamespaceXml, "");
  private final StringBuilder characters = new StringBuilder();
  private Element open = document;
  private int depth;
  private boolean givenUp;

  XmlTree() {
    document.parser(Parser.xmlParser());
    document.outputSettings().syntax(Syntax.xml).escapeMode(EscapeMode.xhtml).prettyPrint(false);
  }

  /**
   * Returns the tree; empty when elements stood too deep in each other, and when there is a
   * document type, whose entities may stand for any amount of text.
   */
  Optional<Document> document() {
    return givenUp ? Optional.empty() : Optional.of(document);
  }

  @Override
  public void startDTD(String name, String publicId, String systemId) {
    givenUp = true;
  }

  @Override
  public void startElement(
      String namespace, String localName, String name, org.xml.sax.Attributes given) {
    givenUp |= ++depth > DEEPEST;
    if (givenUp) {
      return;
    }
    endText();
    Attributes attributes = new Attributes();
    for (int i = 0; i < given.getLength(); i++) {
      attributes.put(given.getQName(i), given.getValue(i));
    }
    Tag tag = new Tag(name, namespace.isEmpty() ? Parser.NamespaceXml : namespace);
    if (EMPTY.contains(localName)) {
      tag.set(Tag.SelfClose);
    }
    Element element = new Element(tag, "", attributes);
    open.appendChild(element);
    open = element;
  }

  @Override
  public void endElement(String namespace, String localName, String name) {
    depth--;
    endText();
    Element parent = open.parent();
    if (!givenUp && parent != null) {
      open = parent;
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (!givenUp) {
      characters.append(chars, start, length);
    }
  }

  @Override
  public void startCDATA() {
    endText();
  }

  @Override
  public void endCDATA() {
    if (!givenUp) {
      open.appendChild(new CDataNode(characters.toString()));
    }
    characters.setLength(0);
  }

  private void endText() {
    if (!givenUp && !characters.isEmpty()) {
      open.appendChild(new TextNode(characters.toString()));
      characters.setLength(0);
    }
  }

  @Override
  public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId) {
    return new InputSource(new StringReader(""));
  }

  @Override
  public void error(SAXParseException e) {}

  @Override
  public void fatalError(SAXParseException e) throws SAXParseException {
    throw e;
  }
}

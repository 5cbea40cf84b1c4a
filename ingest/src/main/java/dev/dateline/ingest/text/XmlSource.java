package dev.dateline.ingest.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * An XML file read as far as it can be read.
 *
 * <p>The JDK's strict parser, with every outside access off, reads a well-formed file and tells
 * where another is broken. That one, and one with a document type or with references to controls,
 * is read by jsoup's XML parser, which knows no external entities and no DTD, takes undeclared
 * entities from HTML, and closes what is left open. Internal entities with plain values are
 * replaced within bounds.
 *
 * @param document the tree, names and prefixes as written
 * @param text the characters it was read from
 * @param warnings what had to be guessed or mended; empty for a well-formed file
 */
public record XmlSource(Document document, String text, List<String> warnings) {

  private static final int HEAD_BYTES = 512;
  private static final int MOST_ENTITIES = 200;
  private static final int LONGEST_ENTITY = 500;

  private static final DefaultHandler2 NOBODY = new DefaultHandler2();

  private static final ThreadLocal<SAXParser> STRICT =
      ThreadLocal.withInitial(XmlSource::strictParser);

  private static final Pattern DECLARED =
      Pattern.compile(
          "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([-\\w:.]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOCTYPE =
      Pattern.compile(
          "<!DOCTYPE\\b[^>\\[]{0,1000}(\\[[^\\]]{0,100000}\\]\\s*)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s+(?:\"([^\"&%]*)\"|'([^'&%]*)')\\s*>");
  private static final Pattern REFERENCE = Pattern.compile("&([\\w.-]+);");

  private static final Pattern WINDOWS_REFERENCE =
      Pattern.compile("&#(?:0*1(?:2[89]|[345]\\d)|[xX]0*[89][0-9a-fA-F]);");

  /** A section that is taken as it stands, or an ampersand that opens no entity. */
  private static final Pattern AMPERSAND =
      Pattern.compile(
          "<!\\[CDATA\\[.*?(?:]]>|\\z)|&(?!(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
          Pattern.DOTALL);

  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  /**
   * Reads the bytes of an XML file; empty when they are no text.
   *
   * @param stated the character set that the transport states; null when it states none
   */
  public static Optional<XmlSource> read(byte[] bytes, @Nullable Charset stated) {
    List<String> warnings = new ArrayList<>();
    Charset declared = declaredCharset(bytes, warnings);
    Optional<DecodedText> decoded = TextDecoder.decode(bytes, stated == null ? declared : stated);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    warnings.addAll(decoded.get().warnings());
    return Optional.of(parse(decoded.get().text(), warnings));
  }

  private static XmlSource parse(String characters, List<String> warnings) {
    String text = characters;
    int start = text.indexOf('<');
    if (start > 0 && !text.substring(0, start).isBlank()) {
      warnings.add("something stands before the markup: left out");
    }
    text = start > 0 ? text.substring(start) : text;
    XmlTree tree = new XmlTree();
    String broken = firstFault(text, tree);
    Optional<Document> whole = broken == null ? tree.document() : Optional.empty();
    if (whole.isPresent() && !hasWindowsReferences(text)) {
      return new XmlSource(whole.get(), text, List.copyOf(warnings));
    }
    // Only a broken file can hold them, and looking for them costs as much as parsing.
    if (broken != null && FORBIDDEN.matcher(text).find()) {
      warnings.add("control characters in the markup: left out");
      return parse(FORBIDDEN.matcher(text).replaceAll(""), warnings);
    }
    if (broken != null) {
      warnings.add("not well-formed XML, read as far as it goes: " + broken);
      text = withoutBareAmpersands(text);
    }
    text = withoutDoctype(text);
    Document document = Jsoup.parse(text, "", Parser.xmlParser());
    document.outputSettings().prettyPrint(false);
    return new XmlSource(document, text, List.copyOf(warnings));
  }

  /**
   * Returns the character set of the declaration; null when there is none, or none to be believed.
   */
  private static @Nullable Charset declaredCharset(byte[] bytes, List<String> warnings) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    if (!matcher.find()) {
      return null;
    }
    try {
      Charset declared = Charset.forName(matcher.group(1));
      // A declaration that could be read byte by byte is in no wide character set.
      return declared.name().startsWith("UTF-16") || declared.name().startsWith("UTF-32")
          ? null
          : declared;
    } catch (IllegalArgumentException e) {
      warnings.add("nobody knows the character set \"" + matcher.group(1) + "\": guessed");
      return null;
    }
  }

  /** "?a=1&copy=2" is an address: without its semicolon nothing is an entity in XML. */
  private static String withoutBareAmpersands(String text) {
    return AMPERSAND
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group().equals("&") ? "&amp;" : found.group()));
  }

  private static String withoutDoctype(String text) {
    Matcher doctype = DOCTYPE.matcher(text);
    int declaration = firstDeclaration(text);
    if (declaration < 0 || !doctype.find(declaration)) {
      return text;
    }
    Map<String, String> entities = new HashMap<>();
    Matcher entity = ENTITY.matcher(doctype.group());
    while (entity.find() && entities.size() < MOST_ENTITIES) {
      String value = entity.group(2) == null ? entity.group(3) : entity.group(2);
      if (value.length() <= LONGEST_ENTITY) {
        entities.putIfAbsent(entity.group(1), value);
      }
    }
    String rest = text.substring(0, doctype.start()) + text.substring(doctype.end());
    if (entities.isEmpty()) {
      return rest;
    }
    int longest = 2 * rest.length() + (1 << 16);
    StringBuilder replaced = new StringBuilder(rest.length());
    Matcher reference = REFERENCE.matcher(rest);
    int done = 0;
    while (reference.find()) {
      String value = entities.get(reference.group(1));
      if (value != null && replaced.length() < longest) {
        replaced.append(rest, done, reference.start()).append(value);
        done = reference.end();
      }
    }
    return replaced.append(rest, done, rest.length()).toString();
  }

  /** Returns where a document type may be declared; -1 when there is none. */
  private static int firstDeclaration(String text) {
    int start = text.indexOf("<!");
    while (start >= 0 && !text.regionMatches(true, start, "<!DOCTYPE", 0, "<!DOCTYPE".length())) {
      start = text.indexOf("<!", start + 2);
    }
    return start;
  }

  /** Tells whether a reference names a control: in HTML it is a character of windows-1252. */
  private static boolean hasWindowsReferences(String text) {
    Matcher reference = WINDOWS_REFERENCE.matcher(text);
    for (int i = text.indexOf("&#"); i >= 0; i = text.indexOf("&#", i + 2)) {
      if (reference.region(i, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String firstFault(String text, XmlTree tree) {
    try {
      XMLReader parser = STRICT.get().getXMLReader();
      try {
        handle(parser, tree);
        parser.parse(new InputSource(new StringReader(text)));
        return null;
      } finally {
        handle(parser, NOBODY); // a thread must not keep the last file it read
      }
    } catch (SAXParseException e) {
      return "line " + e.getLineNumber() + ": " + message(e);
    } catch (SAXException | IOException e) {
      return message(e);
    }
  }

  private static void handle(XMLReader parser, DefaultHandler2 handler) throws SAXException {
    parser.setContentHandler(handler);
    parser.setErrorHandler(handler);
    parser.setEntityResolver(handler);
    parser.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
  }

  private static SAXParser strictParser() {
    try {
      // The JDK's own: a search of the class path for another would cost more than the parsing.
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setNamespaceAware(true);
      factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
      return factory.newSAXParser();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser has no such switch", e);
    }
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
  }
}

package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes markup as running text: one paragraph for each block, blank lines between. Thread-safe.
 *
 * <p>Two line breaks in a row end a paragraph too. White space is folded but in {@code pre}.
 */
public final class BlockText {

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          // and those of NITF
          "chron",
          "city",
          "classifier",
          "copyrite",
          "country",
          "event",
          "function",
          "lang",
          "location",
          "money",
          "name.given",
          "name.family",
          "num",
          "object.title",
          "org",
          "person",
          "postaddr",
          "pronounce",
          "region",
          "state",
          "sublocation",
          "virtloc");

  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "svg",
          "head",
          "title",
          "button",
          "select",
          "textarea",
          "audio",
          "video",
          "canvas",
          "map");

  private static final Set<String> CELLS = Set.of("td", "th");

  private static final byte[] SPACES = spaces();

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private char[] characters = new char[512];
  private int lineBreaks;

  private BlockText() {}

  /** Returns the paragraphs of a piece of HTML, as feeds carry it, joined by blank lines. */
  public static String ofHtml(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return ofPlain(html);
    }
    return String.join("\n\n", of(Jsoup.parseBodyFragment(html).body()));
  }

  /** Returns plain text with its blank lines kept and other white space folded. */
  public static String ofPlain(String text) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : text.split("\\R\\s*\\R", -1)) {
      String folded = fold(paragraph);
      if (!folded.isEmpty()) {
        paragraphs.add(folded);
      }
    }
    return String.join("\n\n", paragraphs);
  }

  /** Returns the paragraphs below an element, of HTML or of a format that names blocks alike. */
  public static String ofElement(Element root) {
    return String.join("\n\n", of(root));
  }

  /** Returns the paragraphs below an element. */
  static List<String> of(Element root) {
    BlockText text = new BlockText();
    text.children(root);
    text.end();
    return text.paragraphs;
  }

  private void children(Element parent) {
    for (int i = 0; i < parent.childNodeSize(); i++) {
      Node child = parent.childNode(i);
      if (child instanceof TextNode characters) {
        text(characters.getWholeText());
      } else if (child instanceof Element element) {
        element(element);
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (SILENT.contains(name)) {
      return;
    }
    if (name.equals("br")) {
      lineBreaks++;
      current.append(' ');
      if (lineBreaks > 1) {
        end();
      }
    } else if (name.equals("pre")) {
      end();
      paragraphs.addAll(lines(element.wholeText()));
    } else if (INLINE.contains(name)) {
      children(element);
    } else if (CELLS.contains(name)) {
      current.append(' ');
      children(element);
      current.append(' ');
    } else {
      end();
      children(element);
      end();
    }
  }

  private void text(String characters) {
    if (!characters.isBlank()) {
      lineBreaks = 0;
    }
    current.append(characters);
  }

  private void end() {
    int length = current.length();
    if (characters.length < length) {
      characters = new char[Math.max(length, 2 * characters.length)];
    }
    current.getChars(0, length, characters, 0);
    String paragraph = fold(characters, length);
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph);
    }
    current.setLength(0);
    lineBreaks = 0;
  }

  private static List<String> lines(String preformatted) {
    return preformatted.isBlank() ? List.of() : List.of(preformatted.strip());
  }

  private static String fold(String text) {
    return fold(text.toCharArray(), text.length());
  }

  /**
   * Returns the first of these characters with white space folded, and overwrites them.
   *
   * <p>What is folded never gets longer. Whether a character of ASCII is a space is added up and
   * not asked, for no processor foresees where words end.
   */
  private static String fold(char[] chars, int length) {
    int folded = 0;
    int before = 1;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      int space;
      if (c < SPACES.length) {
        space = SPACES[c];
      } else if (c == '\u200B' || c == '\uFEFF') {
        continue; // it neither parts words nor stays
      } else {
        space = c == '\u00A0' || Character.isWhitespace(c) ? 1 : 0;
      }
      chars[folded] = (char) (c + space * (' ' - c));
      folded += 1 - (space & before);
      before = space;
    }
    return new String(chars, 0, folded > 0 ? folded - before : 0);
  }

  /** Returns 1 for each character of ASCII that is a space, else 0. */
  private static byte[] spaces() {
    byte[] spaces = new byte[0x80];
    for (char c = 0; c < spaces.length; c++) {
      spaces[c] = (byte) (Character.isWhitespace(c) ? 1 : 0);
    }
    return spaces;
  }
}

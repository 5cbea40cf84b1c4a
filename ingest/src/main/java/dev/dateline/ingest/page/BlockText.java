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

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
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
    for (Node child : parent.childNodes()) {
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
    String paragraph = fold(current.toString());
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph);
    }
    current.setLength(0);
    lineBreaks = 0;
  }

  private static List<String> lines(String preformatted) {
    return preformatted.isBlank() ? List.of() : List.of(preformatted.strip());
  }

  /** Tells at little cost of most paragraphs that nothing is to be folded. */
  private static boolean isFolded(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' ? before == ' ' : isSpace(c)) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  private static boolean isSpace(char c) {
    return c < '\u0080'
        ? c <= ' ' && Character.isWhitespace(c)
        : c == '\u00A0' || c == '\u200B' || c == '\uFEFF' || Character.isWhitespace(c);
  }

  private static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    // What is folded never gets longer, so it is written over what has been read.
    char[] chars = text.toCharArray();
    int folded = 0;
    boolean space = false;
    for (char c : chars) {
      if (isSpace(c)) {
        space = folded > 0 && (space || (c != '\u200B' && c != '\uFEFF'));
      } else {
        if (space) {
          chars[folded++] = ' ';
          space = false;
        }
        chars[folded++] = c;
      }
    }
    return new String(chars, 0, folded);
  }
}

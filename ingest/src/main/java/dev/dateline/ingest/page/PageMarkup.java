package dev.dateline.ingest.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a page's bytes, before they are decoded and parsed, what its scripts, style sheets
 * and drawings hold, and its comments: often more than half of a page, and no part of any article.
 *
 * <p>Tags, comments and quoted values are told apart as by HTML's tokenizer, so that what only
 * looks like a script stays; JSON-LD stays too. It needs no character set: in those that pages are
 * written in, the bytes of markup are those of ASCII. Not thread-safe.
 */
final class PageMarkup {

  /** An element whose content is no markup, and goes or stays. */
  private record Opaque(String name, boolean dropped) {}

  private static final List<Opaque> OPAQUE =
      List.of(
          new Opaque("script", true),
          new Opaque("style", true),
          new Opaque("svg", true),
          new Opaque("title", false),
          new Opaque("textarea", false),
          new Opaque("iframe", false),
          new Opaque("noembed", false),
          new Opaque("noframes", false),
          new Opaque("xmp", false));

  private static final String COMMENT = "<!--";

  private final byte[] page;

  /** The page with a character for each byte. */
  private final String characters;

  private PageMarkup(byte[] page) {
    this.page = page;
    this.characters = new String(page, StandardCharsets.ISO_8859_1);
  }

  /** Returns the page without them; the same array where there are none. */
  static byte[] withoutScripts(byte[] page) {
    return new PageMarkup(page).withoutScripts();
  }

  private byte[] withoutScripts() {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(page.length);
    int written = 0;
    int next = 0;
    for (int i = characters.indexOf('<'); i >= 0; i = characters.indexOf('<', next)) {
      next = i + 1;
      if (characters.startsWith(COMMENT, i)) {
        next = endOfComment(i + COMMENT.length());
        kept.write(page, written, i - written);
        written = next;
      } else if (next < page.length && isLetter(page[next])) {
        Opaque opaque = opaque(next);
        int content = endOfTag(next);
        next = content;
        if (opaque != null && page[content - 2] != '/') {
          next = endOfContent(opaque, content);
          if (next < 0) {
            break; // where it ends is for the parser to say
          }
          if (opaque.dropped() && !isLinkedData(characters.substring(i, content))) {
            kept.write(page, written, content - written);
            written = next;
          }
        }
      }
    }
    if (written == 0) {
      return page;
    }
    kept.write(page, written, page.length - written);
    return kept.toByteArray();
  }

  private @Nullable Opaque opaque(int name) {
    for (Opaque opaque : OPAQUE) {
      if (isName(opaque, name)) {
        return opaque;
      }
    }
    return null;
  }

  private boolean isName(Opaque opaque, int at) {
    String name = opaque.name();
    int end = at + name.length();
    return end <= page.length
        && (end == page.length || endsName(page[end]))
        && characters.regionMatches(true, at, name, 0, name.length());
  }

  private static boolean endsName(byte b) {
    return b == '>' || b == '/' || isSpace(b);
  }

  /** Returns where the tag ends whose name begins there; a quoted value may hold its bracket. */
  private int endOfTag(int name) {
    byte[] bytes = page;
    int i = name;
    while (i < bytes.length) {
      byte b = bytes[i++];
      if (b == '>') {
        return i;
      }
      if (b == '=') {
        while (i < bytes.length && isSpace(bytes[i])) {
          i++;
        }
        if (i < bytes.length && (bytes[i] == '"' || bytes[i] == '\'')) {
          int end = characters.indexOf(bytes[i], i + 1);
          i = end < 0 ? bytes.length : end + 1;
        }
      }
    }
    return bytes.length;
  }

  private int endOfComment(int start) {
    // Two hyphens may open and close it at once.
    for (int i = characters.indexOf("--", start - 2); i >= 0; i = characters.indexOf("--", i + 1)) {
      int end = i >= start && characters.startsWith("!", i + 2) ? i + 3 : i + 2;
      if (characters.startsWith(">", end)) {
        return end + 1;
      }
    }
    return page.length;
  }

  /**
   * Returns where the element's end tag begins; the end of the page where there is none, and -1
   * where another of the same name opens inside it, which counts in drawings and in comments.
   */
  private int endOfContent(Opaque opaque, int start) {
    boolean nests = opaque.name().equals("svg");
    for (int i = characters.indexOf('<', start); i >= 0; i = characters.indexOf('<', i + 1)) {
      if (characters.startsWith("/", i + 1) && isName(opaque, i + 2)) {
        return i;
      }
      nests |= characters.startsWith(COMMENT, i);
      if (nests && opaque.dropped() && isName(opaque, i + 1)) {
        return -1;
      }
    }
    return page.length;
  }

  /** Tells whether a tag names JSON-LD, whatever its plus sign is written as. */
  private static boolean isLinkedData(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    return lower.contains("ld") && lower.contains("json");
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}

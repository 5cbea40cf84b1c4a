package dev.dateline.ingest.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Takes out of a page's bytes, before they are decoded and parsed, what its scripts and style
 * sheets hold, and its comments: a large part of most pages, and no part of any article.
 *
 * <p>Tags, comments and quoted values are told apart as by HTML's tokenizer; where that is in
 * doubt, the rest of the page stays as it is, and so does JSON-LD. It needs no character set: in
 * those that pages are written in, the bytes of markup are those of ASCII. Not thread-safe.
 */
final class PageMarkup {

  /** Elements whose content is no markup, and is dropped. */
  private static final Set<String> DROPPED = Set.of("script", "style");

  /** Elements whose content is no markup, and stays. */
  private static final Set<String> KEPT =
      Set.of("title", "textarea", "iframe", "noembed", "noframes", "xmp");

  /** Elements inside which the others may mean something else. */
  private static final Set<String> FOREIGN = Set.of("svg", "math", "select");

  /** Elements after which nothing is as elsewhere. */
  private static final Set<String> LAST = Set.of("plaintext", "frameset");

  private static final String COMMENT = "<!--";
  private static final String SECTION = "<![CDATA[";
  private static final int LONGEST_NAME = 9;

  /** Said of a place that only the parser knows. */
  private static final int IN_DOUBT = -1;

  private final byte[] page;

  /** The page with a character for each byte. */
  private final String characters;

  private final ByteArrayOutputStream kept;
  private int written;
  private int foreign;

  private PageMarkup(byte[] page) {
    this.page = page;
    this.characters = new String(page, StandardCharsets.ISO_8859_1);
    this.kept = new ByteArrayOutputStream(page.length);
  }

  /** Returns the page without them; the same array where there are none. */
  static byte[] withoutScripts(byte[] page) {
    return new PageMarkup(page).withoutScripts();
  }

  private byte[] withoutScripts() {
    int next = characters.indexOf('<');
    while (next >= 0) {
      int end = end(next);
      next = end == IN_DOUBT ? IN_DOUBT : characters.indexOf('<', end);
    }
    if (written == 0) {
      return page;
    }
    kept.write(page, written, page.length - written);
    return kept.toByteArray();
  }

  /** Returns where what opens there ends, and drops what is to be dropped of it. */
  private int end(int start) {
    int name = start + 1;
    if (name == page.length) {
      return IN_DOUBT;
    }
    byte first = page[name];
    if (isLetter(first)) {
      return endOfElement(start);
    }
    if (first == '/') {
      if (name + 1 < page.length && isLetter(page[name + 1])) {
        foreign -= foreign > 0 && FOREIGN.contains(name(name + 1)) ? 1 : 0;
        return endOfTag(name + 1);
      }
    } else if (first != '!' && first != '?') {
      return name; // a character like others
    }
    if (characters.startsWith(COMMENT, start)) {
      int end = endOfComment(start + COMMENT.length());
      drop(start, end);
      return end;
    }
    int end = characters.indexOf('>', name);
    return end < 0 || characters.startsWith(SECTION, start) ? IN_DOUBT : end + 1;
  }

  private int endOfElement(int start) {
    String name = name(start + 1);
    int content = endOfTag(start + 1);
    boolean dropped = DROPPED.contains(name);
    if (content == IN_DOUBT || LAST.contains(name)) {
      return IN_DOUBT;
    }
    boolean closed = page[content - 2] == '/';
    if (FOREIGN.contains(name)) {
      foreign += closed ? 0 : 1;
      return content;
    }
    if (!dropped && (foreign > 0 || !KEPT.contains(name))) {
      return content;
    }
    int end = closed || foreign > 0 ? IN_DOUBT : endOfContent(name, content);
    if (dropped && !isLinkedData(start, content)) {
      drop(content, end);
    }
    return end;
  }

  private void drop(int start, int end) {
    if (end != IN_DOUBT) {
      kept.write(page, written, start - written);
      written = end;
    }
  }

  /** Returns the name in lower case, no more of it than of the longest that is looked for. */
  private String name(int start) {
    int end = start;
    while (end < page.length && end - start <= LONGEST_NAME && !endsName(page[end])) {
      end++;
    }
    return characters.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean endsName(byte b) {
    return b == '>' || b == '/' || isSpace(b);
  }

  /** Returns where the tag ends whose name begins there; a quoted value may hold its bracket. */
  private int endOfTag(int name) {
    int i = name;
    while (i < page.length) {
      byte b = page[i++];
      if (b == '>') {
        return i;
      }
      if (b == '<') {
        return IN_DOUBT;
      }
      if (b == '=') {
        i = endOfValue(i);
      }
    }
    return IN_DOUBT;
  }

  private int endOfValue(int start) {
    int i = start;
    while (i < page.length && isSpace(page[i])) {
      i++;
    }
    if (i < page.length && (page[i] == '"' || page[i] == '\'')) {
      int end = characters.indexOf(page[i], i + 1);
      return end < 0 ? page.length : end + 1;
    }
    while (i < page.length && page[i] != '>' && page[i] != '<' && !isSpace(page[i])) {
      i++;
    }
    return i;
  }

  private int endOfComment(int start) {
    // Two hyphens may open and close it at once.
    for (int i = characters.indexOf("--", start - 2); i >= 0; i = characters.indexOf("--", i + 1)) {
      int end = i >= start && characters.startsWith("!", i + 2) ? i + 3 : i + 2;
      if (characters.startsWith(">", end)) {
        return end + 1;
      }
    }
    return IN_DOUBT;
  }

  /** Returns where the element's end tag begins; a script inside a comment in a script is none. */
  private int endOfContent(String name, int start) {
    boolean comment = false;
    for (int i = characters.indexOf('<', start); i >= 0; i = characters.indexOf('<', i + 1)) {
      if (isName(name, i + 2) && page[i + 1] == '/') {
        return i;
      }
      comment |= characters.startsWith(COMMENT, i);
      if (comment && isName(name, i + 1)) {
        return IN_DOUBT;
      }
    }
    return IN_DOUBT;
  }

  private boolean isName(String name, int at) {
    int end = at + name.length();
    return end < page.length
        && endsName(page[end])
        && characters.regionMatches(true, at, name, 0, name.length());
  }

  /** Tells whether a tag names JSON-LD, whatever its plus sign is written as. */
  private boolean isLinkedData(int start, int end) {
    String tag = characters.substring(start, end).toLowerCase(Locale.ROOT);
    return tag.contains("ld") && tag.contains("json");
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}

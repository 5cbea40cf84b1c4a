package dev.dateline.ingest.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Takes out of a page's bytes, before they are decoded and parsed, its scripts and style sheets,
 * its comments, its indentation, and links and attributes that nothing asks for: most of many
 * pages, and no part of any article.
 *
 * <p>Tags, comments and quoted values are told apart as by HTML's tokenizer; where that is in
 * doubt, the rest of the page stays as it is, and so does JSON-LD. It needs no character set: in
 * those that pages are written in, the bytes of markup are those of ASCII. Not thread-safe.
 */
final class PageMarkup {

  /** Elements that are dropped, and whose content is no markup. */
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

  /** What the names of all these elements begin with. */
  private static final String OPENINGS = "fimnpstx";

  /** Attributes that tell something of drawings, images and links, and nothing of text. */
  private static final Set<String> UNREAD =
      Set.of("alt", "d", "sizes", "src", "srcset", "target", "title");

  /** What the names of these and the next begin with. */
  private static final String UNREAD_OPENINGS = "adst";

  private static final String ANCHOR = "a ";
  private static final String HREF = "href=";

  /** What the names of attributes for a page's own scripts begin with. */
  private static final String DATA = "data-";

  /** An element that tells nothing but, once, the page's address. */
  private static final String LINK = "link";

  private static final String ADDRESS = "canonical";

  /** Said of a place that only the parser knows. */
  private static final int IN_DOUBT = -1;

  private static final int NONE = -1;

  private final byte[] page;

  /** The page with a character for each byte. */
  private final String characters;

  /** Where what is dropped begins and ends, by turns. */
  private int[] cuts = new int[512];

  private int cut;

  /** How many elements are open in which the others may mean something else, all of one name. */
  private int foreign;

  private String foreignName = "";

  /** Whether an element has come in which white space matters. */
  private boolean preformatted;

  private PageMarkup(byte[] page) {
    this.page = page;
    this.characters = new String(page, StandardCharsets.ISO_8859_1);
  }

  /** Returns the page without them; the same array where there are none. */
  static byte[] lean(byte[] page) {
    return new PageMarkup(page).lean();
  }

  private byte[] lean() {
    int next = characters.indexOf('<');
    while (next >= 0) {
      int end = end(next);
      next = end == IN_DOUBT ? IN_DOUBT : characters.indexOf('<', end);
      dropIndentation(end, next);
    }
    return cut == 0 ? page : kept();
  }

  /** Drops all of the white space but its first between two tags with nothing else between. */
  private void dropIndentation(int start, int end) {
    int i = end;
    while (i > start && isSpace(page[i - 1])) {
      i--;
    }
    if (i == start && end - start > 1 && !preformatted) {
      drop(start + 1, end);
    }
  }

  private byte[] kept() {
    int size = page.length;
    for (int i = 0; i < cut; i += 2) {
      size -= cuts[i + 1] - cuts[i];
    }
    byte[] kept = new byte[size];
    int written = 0;
    int read = 0;
    for (int i = 0; i < cut; i += 2) {
      int length = cuts[i] - read;
      System.arraycopy(page, read, kept, written, length);
      written += length;
      read = cuts[i + 1];
    }
    System.arraycopy(page, read, kept, written, page.length - read);
    return kept;
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
        return endForeign(name(name + 1)) ? endOfTag(name + 1) : IN_DOUBT;
      }
    } else if (first != '!' && first != '?') {
      return name; // a character like others
    }
    if (characters.startsWith(COMMENT, start)) {
      int end = endOfComment(start + COMMENT.length());
      if (partsNothing(start)) {
        drop(start, end);
      }
      return end;
    }
    int end = characters.indexOf('>', name);
    return end < 0 || characters.startsWith(SECTION, start) ? IN_DOUBT : end + 1;
  }

  /** Tells whether what stands before could not be taken with what follows. */
  private boolean partsNothing(int start) {
    return start == 0 || (page[start - 1] != '<' && page[start - 1] != '&');
  }

  private int endOfElement(int start) {
    String name = name(start + 1);
    int cutsBefore = cut;
    int content = endOfTag(start + 1);
    boolean dropped = DROPPED.contains(name);
    preformatted |= name.equals("pre");
    if (content == IN_DOUBT || LAST.contains(name)) {
      return IN_DOUBT;
    }
    boolean closed = page[content - 2] == '/';
    if (FOREIGN.contains(name)) {
      return closed || startForeign(name) ? content : IN_DOUBT;
    }
    if (!dropped && !KEPT.contains(name)) {
      if (foreign == 0 && isName(LINK, start + 1) && !tag(start, content).contains(ADDRESS)) {
        dropWhole(start, content, cutsBefore);
      }
      return content;
    }
    int end = closed ? IN_DOUBT : endOfContent(name, content);
    if (foreign > 0) {
      boolean plain = !dropped && characters.indexOf('<', content) == end;
      return plain ? end : IN_DOUBT;
    }
    if (end == IN_DOUBT || !dropped || isLinkedData(start, content)) {
      return end;
    }
    int after = endOfTag(end + 2);
    if (after != IN_DOUBT) {
      dropWhole(start, after, cutsBefore);
    }
    return after;
  }

  /** Drops an element with all that was dropped of it before, if nothing depends on it. */
  private void dropWhole(int start, int end, int cutsBefore) {
    if (partsNothing(start)) {
      cut = cutsBefore;
      drop(start, end);
    }
  }

  /** Takes note that such an element begins; tells whether it may. */
  private boolean startForeign(String name) {
    if (foreign++ == 0) {
      foreignName = name;
    }
    return name.equals(foreignName);
  }

  /** Takes note that such an element ends, if it is one; tells whether it may. */
  private boolean endForeign(String name) {
    if (foreign == 0 || !FOREIGN.contains(name)) {
      return true;
    }
    foreign--;
    return name.equals(foreignName);
  }

  private void drop(int start, int end) {
    if (end == IN_DOUBT) {
      return;
    }
    if (cut == cuts.length) {
      cuts = Arrays.copyOf(cuts, 2 * cut);
    }
    cuts[cut++] = start;
    cuts[cut++] = end;
  }

  /** Returns the name in lower case if it can be one that is looked for, else nothing. */
  private String name(int start) {
    return OPENINGS.indexOf(page[start] | ' ') < 0
        ? ""
        : text(start, endOfName(start)).toLowerCase(Locale.ROOT);
  }

  /** Returns these characters if they are no more than the longest name that is looked for. */
  private String text(int start, int end) {
    return end - start > LONGEST_NAME ? "" : characters.substring(start, end);
  }

  private int endOfName(int start) {
    int end = start;
    while (end < page.length && !endsName(page[end])) {
      end++;
    }
    return end;
  }

  private static boolean endsName(byte b) {
    return b == '>' || b == '/' || isSpace(b);
  }

  /** Returns where the tag ends whose name begins there; a quoted value may hold its bracket. */
  private int endOfTag(int name) {
    int i = endOfName(name);
    int attribute = NONE;
    boolean between = true; // names and values
    while (i < page.length) {
      byte b = page[i];
      if (b == '>') {
        return i + 1;
      }
      if (b == '<' || (b == '=' && attribute == NONE)) {
        return IN_DOUBT;
      }
      if (b == '=') {
        int end = endOfValue(i + 1);
        dropUnread(name, attribute, i, end);
        i = end;
        attribute = NONE;
        between = true;
      } else {
        boolean named = !endsName(b);
        attribute = named && between ? i : b == '/' ? NONE : attribute;
        between = !named;
        i++;
      }
    }
    return IN_DOUBT;
  }

  /**
   * Drops an attribute that nothing asks for, but for the space before it; of where an anchor leads
   * it leaves the first character, for whether it leads anywhere is asked.
   */
  private void dropUnread(int element, int name, int equals, int end) {
    boolean alone = isSpace(page[name - 1]) && end < page.length && endsName(page[end]);
    if (!alone) {
      return;
    }
    if (UNREAD_OPENINGS.indexOf(page[name]) >= 0
        && (characters.startsWith(DATA, name) || UNREAD.contains(text(name, equals)))) {
      drop(name, end);
    } else if (characters.startsWith(ANCHOR, element)
        && characters.startsWith(HREF, name)
        && isQuote(page[equals + 1])
        && page[equals + 2] > ' '
        && end - equals > 4) {
      drop(equals + 3, end - 1);
    }
  }

  private int endOfValue(int start) {
    int i = start;
    while (i < page.length && isSpace(page[i])) {
      i++;
    }
    if (i < page.length && isQuote(page[i])) {
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
    String tag = tag(start, end);
    return tag.contains("ld") && tag.contains("json");
  }

  private String tag(int start, int end) {
    return characters.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isQuote(byte b) {
    return b == '"' || b == '\'';
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}

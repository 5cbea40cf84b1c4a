package dev.dateline.ingest.feed;

import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.WebAddress;
import dev.dateline.schemas.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells by what each item of one feed is known from one reading to the next.
 *
 * <p>Its guid, else its link, else a hash of what it says. A guid that several links share, or that
 * contains the headline and so changes with it, tells nothing: the link counts. Immutable.
 */
final class ItemIdentity {

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

  private final Map<String, Set<String>> linksOfGuids = new HashMap<>();
  private final Map<String, Set<String>> guidsOfPages = new HashMap<>();
  private final String scope;

  /**
   * Looks at all items of a feed.
   *
   * @param scope what makes a guid unique that is so only within its feed: the feed's address
   */
  ItemIdentity(String scope, List<RawItem> items) {
    this.scope = scope;
    for (RawItem item : items) {
      if (item.guid != null) {
        String what = item.link == null ? item.title + "\n" + item.text() : item.link;
        linksOfGuids.computeIfAbsent(item.guid, guid -> new TreeSet<>()).add(what);
        String guid = item.guid;
        WebAddress.canonical(guid)
            .ifPresent(
                page -> guidsOfPages.computeIfAbsent(page, any -> new TreeSet<>()).add(guid));
      }
    }
  }

  /** Returns the id that the feed gives the item, as people can find it there. */
  String id(RawItem item) {
    if (item.guid != null && isTelling(item.guid, item)) {
      return item.guid;
    }
    return item.link == null ? hash(item) : item.link;
  }

  /** Returns what the article's id is made from; null when that is its link. */
  @Nullable String identity(RawItem item) {
    if (item.guid == null || !isTelling(item.guid, item)) {
      return item.link == null ? scope + "#" + hash(item) : null;
    }
    String address = WebAddress.canonical(item.guid).orElse(null);
    if (address != null) {
      // Several items of one page: "day.html#1", "day.html#2".
      int fragment = item.guid.indexOf('#');
      return fragment > 0
              && address.indexOf('#') < 0
              && guidsOfPages.getOrDefault(address, Set.of()).size() > 1
          ? address + item.guid.substring(fragment)
          : address;
    }
    boolean unique = item.guid.startsWith("tag:") || item.guid.startsWith("urn:");
    return unique ? item.guid : scope + "#" + item.guid;
  }

  private boolean isTelling(String guid, RawItem item) {
    if (linksOfGuids.getOrDefault(guid, Set.of()).size() > 1) {
      return false;
    }
    String title = item.title == null ? "" : letters(item.title);
    boolean holdsTitle = title.length() >= 12 && letters(guid).contains(title);
    // An address made from the headline when it was first published stays when that changes.
    return !holdsTitle || WebAddress.canonical(guid).isPresent();
  }

  private static String letters(String text) {
    return NO_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static String hash(RawItem item) {
    return Ids.of(OneLine.of(String.valueOf(item.title)), item.text());
  }
}

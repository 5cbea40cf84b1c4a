package dev.dateline.dashboard.view;

import dev.dateline.dashboard.read.Position;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the feed keeps it.
 *
 * @param key its place in the feed
 * @param card what one line of the feed says
 * @param position where the whole record lies
 * @param searched all that a text filter looks at, in lower case
 */
public record FeedClaim(ClaimKey key, ClaimCard card, Position position, String searched) {

  /** Returns the claim, ready to be searched. */
  public static FeedClaim of(ClaimKey key, ClaimCard card, Position position) {
    StringBuilder searched = new StringBuilder();
    add(searched, card.content());
    add(searched, card.claimant());
    add(searched, card.role());
    add(searched, card.subject());
    add(searched, card.place() == null ? null : card.place().name());
    add(searched, card.article().title());
    add(searched, card.article().source());
    return new FeedClaim(key, card, position, searched.toString());
  }

  private static void add(StringBuilder searched, @Nullable String part) {
    if (part != null) {
      searched.append(part.toLowerCase(Locale.ROOT)).append('\n');
    }
  }

  long bytes() {
    return 120 + card.bytes() + Clip.bytes(searched);
  }
}

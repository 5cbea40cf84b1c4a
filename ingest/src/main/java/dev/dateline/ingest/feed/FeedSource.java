package dev.dateline.ingest.feed;

import dev.dateline.http.HttpAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed came from.
 *
 * @param name what people call it: its file or its address
 * @param addressName its name as it stands in the address of an item without a URL and a guid
 * @param address the address it was fetched from; null for a file
 * @param charset the character set that the transport stated; null when it stated none
 */
public record FeedSource(
    String name, String addressName, @Nullable URI address, @Nullable Charset charset) {

  /** Returns the source of a feed in a file. */
  public static FeedSource file(String name, String addressName) {
    return new FeedSource(name, addressName, null, null);
  }

  /** Returns the source of a feed that was fetched. */
  public static FeedSource fetched(URI address, @Nullable Charset charset) {
    return new FeedSource(address.toString(), address.toString(), address, charset);
  }

  /** Returns the whole address that a reference in the feed leads to. */
  static Optional<URI> resolve(@Nullable URI base, String reference) {
    return base == null ? HttpAddress.parse(reference) : HttpAddress.resolve(base, reference);
  }
}

package dev.dateline.ingest.parse;

import dev.dateline.http.CountedInput;
import dev.dateline.http.HttpAddress;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.page.HtmlPage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The web pages of a WARC archive (ISO 28500), plain or with a gzip member for each record.
 *
 * <p>Only responses of success in HTML are articles; requests, metadata, pictures, redirects and
 * errors are passed over. Holds one page at a time. Not thread-safe.
 */
final class WarcItems extends StreamedItems {

  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final InputStream in;
  private final String name;
  private final String addressName;
  private @Nullable WarcReader reader;
  private int number;

  WarcItems(InputStream in, CountedInput counted, String name, String addressName) {
    super(in, counted);
    this.in = in;
    this.name = name;
    this.addressName = addressName;
  }

  @Override
  @Nullable SourceItem advance() {
    SourcePosition position = new SourcePosition(name, number + 1, "record");
    try {
      if (reader == null) {
        reader = new WarcReader(in);
      }
      Optional<WarcRecord> record = reader.next();
      if (record.isEmpty()) {
        end();
        return null;
      }
      number++;
      return record.get() instanceof WarcResponse response ? page(response, position) : null;
    } catch (IOException | IllegalArgumentException e) {
      // Where one record ends is only known from its own head: there is no way on.
      return brokenOff(position, e);
    }
  }

  private @Nullable SourceItem page(WarcResponse response, SourcePosition position)
      throws IOException {
    String target = response.target();
    if (target == null || !target.startsWith("http") || !isPage(response)) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = response.http().bodyDecoded().stream().readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      return rejected(position, RejectionCode.UNREADABLE, target, "cannot be unpacked");
    }
    if (bytes.length > MOST_BYTES) {
      return rejected(
          position, RejectionCode.TOO_LONG, target, "is longer than " + MOST_BYTES + " bytes");
    }
    URI address = HttpAddress.parse(target).orElse(null);
    ArticleDraft.Builder draft =
        ArticleDraft.builder(position, target, "file:" + addressName + "#" + target);
    if (response.truncated() != org.netpreserve.jwarc.WarcTruncationReason.NOT_TRUNCATED) {
      draft.warn("the archive holds only the beginning of the page");
    }
    return HtmlPage.read(bytes, charset(response), address, draft)
        ? draft.build()
        : rejected(position, RejectionCode.NOT_TEXT, target, "is not a text");
  }

  private static boolean isPage(WarcResponse response) {
    try {
      int status = response.http().status();
      MediaType type = response.http().contentType();
      return status == 200
          && (type.base().equals(MediaType.HTML)
              || type.base().toString().equals("application/xhtml+xml"));
    } catch (IOException | IllegalArgumentException e) {
      return false; // no HTTP inside, or a type that nobody can read
    }
  }

  private static @Nullable Charset charset(WarcResponse response) throws IOException {
    String stated = response.http().contentType().parameters().get("charset");
    try {
      return stated == null ? null : Charset.forName(stated);
    } catch (IllegalArgumentException e) {
      return null; // nobody knows it
    }
  }

  private static Rejection rejected(
      SourcePosition position, RejectionCode code, String target, String what) {
    return new Rejection(position, target, code, "the page " + OneLine.quoted(target) + " " + what);
  }
}

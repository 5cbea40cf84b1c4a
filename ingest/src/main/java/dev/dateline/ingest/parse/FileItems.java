package dev.dateline.ingest.parse;

import dev.dateline.http.CountedInput;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.article.SourcePosition;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The articles of one file: many lines or the file itself, opened when first asked. */
final class FileItems implements SourceItems {

  static final int MAX_FILE_BYTES = 64 * 1024 * 1024;

  private static final int SNIFFED_BYTES = 4096;

  private final Path file;
  private final String addressName;
  private final @Nullable URI address;
  private final SourcePosition position;
  private @Nullable Iterator<? extends SourceItem> items;
  private @Nullable SourceItems streaming;
  private @Nullable CountedInput counted;

  FileItems(Path file, String addressName, @Nullable URI address) {
    this.file = file;
    this.addressName = addressName;
    this.address = address;
    this.position = SourcePosition.wholeFile(file.toString());
  }

  @Override
  public boolean hasNext() {
    return items().hasNext();
  }

  @Override
  public SourceItem next() {
    return items().next();
  }

  @Override
  public long bytesRead() {
    return counted == null ? 0 : counted.count();
  }

  @Override
  public void close() {
    if (streaming != null) {
      streaming.close();
    }
    items = List.<SourceItem>of().iterator();
  }

  private Iterator<? extends SourceItem> items() {
    if (items == null) {
      items = open();
    }
    return items;
  }

  private Iterator<? extends SourceItem> open() {
    if (!Files.exists(file)) {
      return only(rejected(RejectionCode.NO_SUCH_FILE, "no such file"));
    }
    if (Files.isDirectory(file)) {
      return only(rejected(RejectionCode.UNREADABLE, "a folder where a file is expected"));
    }
    try {
      CountedInput raw = new CountedInput(Files.newInputStream(file));
      counted = raw;
      InputStream in = openStream(raw);
      try {
        Format format = format(in);
        if (format == Format.JSON_LINES) {
          streaming = new JsonLinesItems(in, raw, file.toString(), addressName);
        } else if (format == Format.WARC) {
          streaming = new WarcItems(in, raw, file.toString(), addressName);
        }
        return streaming == null ? readWhole(in, format) : streaming;
      } finally {
        if (streaming == null) {
          in.close();
        }
      }
    } catch (NoSuchFileException e) {
      return only(rejected(RejectionCode.NO_SUCH_FILE, "no such file"));
    } catch (IOException e) {
      return only(
          rejected(
              RejectionCode.UNREADABLE,
              "cannot be read: " + OneLine.quoted(String.valueOf(e.getMessage()))));
    }
  }

  // The stream that is returned closes the one below it.
  @SuppressWarnings("resource")
  private InputStream openStream(CountedInput raw) throws IOException {
    try {
      return new BufferedInputStream(
          Format.isGzip(file.toString()) ? new GZIPInputStream(raw) : raw, 1 << 16);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private Format format(InputStream in) throws IOException {
    Optional<Format> named = Format.ofName(file.toString());
    if (named.isPresent()) {
      return named.get();
    }
    in.mark(SNIFFED_BYTES);
    byte[] start = in.readNBytes(SNIFFED_BYTES);
    in.reset();
    return Format.ofBytes(start);
  }

  private Iterator<? extends SourceItem> readWhole(InputStream in, Format format)
      throws IOException {
    byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
    if (bytes.length > MAX_FILE_BYTES) {
      return only(
          rejected(RejectionCode.TOO_LONG, "the file is longer than " + MAX_FILE_BYTES + " bytes"));
    }
    return new WholeFile(file.toString(), addressName, address).read(bytes, format);
  }

  private Rejection rejected(RejectionCode code, String message) {
    return new Rejection(position, null, code, message);
  }

  private static Iterator<SourceItem> only(SourceItem item) {
    return List.of(item).iterator();
  }
}

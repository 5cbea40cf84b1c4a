package dev.dateline.ingest.parse;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.article.SourcePosition;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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
  private final SourcePosition position;
  private @Nullable Iterator<SourceItem> items;
  private @Nullable JsonLinesItems lines;
  private @Nullable CountedInput counted;

  FileItems(Path file, String addressName) {
    this.file = file;
    this.addressName = addressName;
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
    if (lines != null) {
      lines.close();
    }
    items = List.<SourceItem>of().iterator();
  }

  private Iterator<SourceItem> items() {
    if (items == null) {
      items = open();
    }
    return items;
  }

  private Iterator<SourceItem> open() {
    if (!Files.exists(file)) {
      return only(rejected(RejectionCode.NO_SUCH_FILE, "no such file"));
    }
    if (Files.isDirectory(file)) {
      return only(rejected(RejectionCode.UNREADABLE, "a folder where a file is expected"));
    }
    try {
      InputStream in = openStream();
      boolean streaming = false;
      try {
        Format format = format(in);
        streaming = format == Format.JSON_LINES;
        if (streaming && counted != null) {
          lines = new JsonLinesItems(in, counted, file.toString(), addressName);
          return lines;
        }
        return only(readWhole(in, format));
      } finally {
        if (!streaming) {
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
  private InputStream openStream() throws IOException {
    CountedInput raw = new CountedInput(Files.newInputStream(file));
    counted = raw;
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

  private SourceItem readWhole(InputStream in, Format format) throws IOException {
    byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
    if (bytes.length > MAX_FILE_BYTES) {
      return rejected(
          RejectionCode.TOO_LONG, "the file is longer than " + MAX_FILE_BYTES + " bytes");
    }
    Optional<DecodedText> decoded =
        TextDecoder.decode(bytes, format == Format.HTML ? HtmlPage.declaredCharset(bytes) : null);
    if (decoded.isEmpty()) {
      return rejected(RejectionCode.NOT_TEXT, notText(bytes));
    }
    ArticleDraft.Builder draft =
        ArticleDraft.builder(position, Format.stem(addressName), "file:" + addressName)
            .warnAll(decoded.get().warnings());
    if (format == Format.HTML) {
      HtmlPage.parse(decoded.get().text(), draft);
    } else {
      PlainText.parse(decoded.get().text(), draft);
    }
    return draft.build();
  }

  private static String notText(byte[] bytes) {
    int zeros = 0;
    for (byte b : bytes) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros == bytes.length
        ? "not a text: it holds nothing but " + zeros + " zero bytes"
        : "not a text: its bytes look like binary data";
  }

  private Rejection rejected(RejectionCode code, String message) {
    return new Rejection(position, null, code, message);
  }

  private static Iterator<SourceItem> only(SourceItem item) {
    return List.of(item).iterator();
  }
}

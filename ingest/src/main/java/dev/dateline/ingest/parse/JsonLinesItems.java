package dev.dateline.ingest.parse;

import dev.dateline.http.CountedInput;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The articles of a stream of JSON Lines; blank lines are passed over. Not thread-safe. */
final class JsonLinesItems extends StreamedItems {

  private final LineReader lines;
  private final String name;
  private final String addressName;

  JsonLinesItems(InputStream in, CountedInput counted, String name, String addressName) {
    super(in, counted);
    this.lines = new LineReader(in);
    this.name = name;
    this.addressName = addressName;
  }

  @Override
  @Nullable SourceItem advance() {
    byte[] line;
    try {
      line = lines.read();
    } catch (IOException e) {
      return brokenOff(new SourcePosition(name, lines.number() + 1), e);
    }
    if (line == null) {
      end();
      return null;
    }
    return isBlank(line) ? null : parse(line);
  }

  private SourceItem parse(byte[] line) {
    SourcePosition position = new SourcePosition(name, lines.number());
    if (line.length > LineReader.MAX_LINE_BYTES) {
      return new Rejection(
          position,
          null,
          RejectionCode.TOO_LONG,
          "the line is longer than " + LineReader.MAX_LINE_BYTES + " bytes");
    }
    try {
      return JsonLine.parse(line, position, addressName);
    } catch (ArticleRejectedException e) {
      return e.rejection();
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}

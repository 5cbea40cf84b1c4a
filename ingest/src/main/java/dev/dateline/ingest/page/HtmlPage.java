package dev.dateline.ingest.page;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.NormalizedText;
import dev.dateline.ingest.article.TextNormalizer;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.ingest.text.StatedTimes;
import dev.dateline.ingest.text.TextDecoder;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a saved web page: what it says of itself, and its paragraphs joined by blank lines.
 *
 * <p>Thread-safe.
 */
public final class HtmlPage {

  private static final int HEAD_BYTES = 4096;

  private static final Pattern DECLARED_CHARSET =
      Pattern.compile(
          "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([-\\w:]+)", Pattern.CASE_INSENSITIVE);

  private HtmlPage() {}

  /** Returns the character set that the page's first bytes declare; null when they declare none. */
  private static @Nullable Charset declaredCharset(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED_CHARSET.matcher(head);
    if (!matcher.find()) {
      return null;
    }
    try {
      Charset declared = Charset.forName(matcher.group(1));
      // A page whose meta element could be read byte by byte is not in UTF-16, whatever it says.
      return declared.name().startsWith("UTF-16") ? null : declared;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Fills the draft from the page's bytes.
   *
   * @param stated the character set that the transport states; null when it states none
   * @param address where the page was found; null when that is not known
   * @return whether the bytes are a text; if not, the draft is as it was
   */
  public static boolean read(
      byte[] bytes, @Nullable Charset stated, @Nullable URI address, ArticleDraft.Builder draft) {
    Optional<DecodedText> decoded =
        TextDecoder.decode(
            PageMarkup.lean(bytes), stated == null ? declaredCharset(bytes) : stated);
    if (decoded.isEmpty()) {
      return false;
    }
    draft.warnAll(decoded.get().warnings());
    parse(new PageTree(decoded.get().text()), address, draft);
    return true;
  }

  private static void parse(PageTree tree, @Nullable URI address, ArticleDraft.Builder draft) {
    PageMetadata metadata = PageMetadata.of(tree.page(), address);
    String title = metadata.title();
    String body = PageBody.extract(tree, metadata.body(), title == null ? "" : title);
    NormalizedText normalized = TextNormalizer.normalize(body);
    draft
        .warnAll(normalized.warnings())
        .text(normalized.text())
        .url(metadata.url())
        .title(metadata.title())
        .source(metadata.source())
        .declaredLanguage(metadata.language())
        .section(metadata.section())
        .authors(metadata.authors())
        .published(StatedTimes.parseOrWarn("published", metadata.published(), draft))
        .modified(StatedTimes.parseOrWarn("modified", metadata.modified(), draft));
    PageWalls.remark(tree, normalized.text(), metadata.forPayers()).ifPresent(draft::warn);
    if (normalized.text().isEmpty()) {
      draft.warn("the text is empty: the page holds no paragraphs");
    }
  }
}

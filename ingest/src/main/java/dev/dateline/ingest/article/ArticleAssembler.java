package dev.dateline.ingest.article;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EventTimeOrigin;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of an article from its draft: id, hash, times and whether it is backfill.
 *
 * <p>The id is made from the draft's address alone, so every revision has the same. A time of
 * publication in the future becomes the time of reading, one before {@link #EARLIEST} is left out,
 * both with a warning; a day may be the one after today in UTC, for it has begun in the east.
 * Thread-safe.
 */
public final class ArticleAssembler {

  /** Longest text, in code points; the whole record must also fit the topic. */
  public static final int MAX_CODE_POINTS = 4_000_000;

  /** Longest text, in bytes of UTF-8; leaves room for the rest of the record in 8 MiB. */
  public static final int MAX_BYTES = 8 * 1024 * 1024 - 256 * 1024;

  /** Earlier times are no dates of news but zeros of somebody's clock. */
  public static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

  private final Clock clock;
  private final Duration backfillAge;

  /**
   * Makes an assembler.
   *
   * @param clock tells when an article is read
   * @param backfillAge how long before its arrival an article was published that raises no alert
   */
  public ArticleAssembler(Clock clock, Duration backfillAge) {
    this.clock = clock;
    this.backfillAge = backfillAge;
  }

  /** Returns revision 1 of the record with its text in the normal form. */
  public Article assemble(ArticleDraft draft) throws ArticleRejectedException {
    NormalizedText normalized = TextNormalizer.normalize(draft.text());
    checkLength(draft, normalized.text());
    List<String> warnings = new ArrayList<>(draft.warnings());
    warnings.addAll(normalized.warnings());
    return assemble(draft, normalized.text(), warnings);
  }

  /** Returns revision 1 of the record with its text exactly as the draft has it. */
  public Article assembleExact(ArticleDraft draft) {
    return assemble(draft, draft.text(), new ArrayList<>(draft.warnings()));
  }

  private Article assemble(ArticleDraft draft, String text, List<String> warnings) {
    Instant fetched = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    StatedTime published = credible("published", draft.published(), fetched, warnings);
    StatedTime modified = credible("modified", draft.modified(), fetched, warnings);
    Instant eventTime = published == null ? fetched : earlier(published.instant(), fetched);
    return Article.newBuilder()
        .setId(Ids.of(draft.address()))
        .setUrl(draft.url())
        .setSource(draft.source())
        .setTitle(draft.title())
        .setText(text)
        .setTextSha256(Ids.sha256(text))
        .setDeclaredLanguage(draft.declaredLanguage())
        .setAuthors(draft.authors())
        .setSection(draft.section())
        .setPublished(published == null ? null : published.instant())
        .setPublishedIsDay(published != null && published.day())
        .setModified(modified == null ? null : modified.instant())
        .setFetched(fetched)
        .setEventTime(eventTime)
        .setEventTimeOrigin(published == null ? EventTimeOrigin.FETCHED : EventTimeOrigin.PUBLISHED)
        .setBackfill(published != null && published.instant().isBefore(fetched.minus(backfillAge)))
        .setWarnings(warnings)
        .build();
  }

  private static @Nullable StatedTime credible(
      String what, @Nullable StatedTime stated, Instant fetched, List<String> warnings) {
    if (stated == null) {
      return null;
    }
    if (stated.instant().isBefore(EARLIEST) || stated.instant().equals(Instant.EPOCH)) {
      warnings.add(what + " " + written(stated) + " is no date of news: left out");
      return null;
    }
    Instant latest = stated.day() ? fetched.plus(Duration.ofDays(1)) : fetched;
    if (!stated.instant().isAfter(latest)) {
      return new StatedTime(stated.instant().truncatedTo(ChronoUnit.MILLIS), stated.day());
    }
    warnings.add(what + " " + written(stated) + " is in the future: set to the time of reading");
    return stated.day()
        ? new StatedTime(fetched.truncatedTo(ChronoUnit.DAYS), true)
        : new StatedTime(fetched, false);
  }

  private static String written(StatedTime time) {
    return time.day()
        ? time.instant().atOffset(ZoneOffset.UTC).toLocalDate().toString()
        : time.instant().toString();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void checkLength(ArticleDraft draft, String text) throws ArticleRejectedException {
    if (text.length() <= Math.min(MAX_CODE_POINTS, MAX_BYTES / 3)) {
      return; // however many bytes each character takes
    }
    int codePoints = text.codePointCount(0, text.length());
    if (codePoints > MAX_CODE_POINTS) {
      throw tooLong(
          draft,
          codePoints + " characters, more than the " + MAX_CODE_POINTS + " an article holds");
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw tooLong(draft, bytes + " bytes, more than the " + MAX_BYTES + " an article holds");
    }
  }

  private static ArticleRejectedException tooLong(ArticleDraft draft, String length) {
    return new ArticleRejectedException(
        new Rejection(
            draft.position(),
            draft.id(),
            RejectionCode.TOO_LONG,
            "the text has " + length + ": split it"));
  }
}

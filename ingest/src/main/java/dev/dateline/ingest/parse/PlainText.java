package dev.dateline.ingest.parse;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.NormalizedText;
import dev.dateline.ingest.article.StatedTime;
import dev.dateline.ingest.article.TextNormalizer;
import dev.dateline.ingest.text.StatedTimes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a plain text: the body, before which {@code date YYYY-MM-DD} may stand.
 *
 * <p>The date may have a line of its own or the body may follow it on the same line; it is the day
 * of publication and no part of the body. Thread-safe.
 */
final class PlainText {

  private static final Pattern DATE =
      Pattern.compile("date:?[ \\t]+(\\d{4}-\\d{2}-\\d{2})(?=\\s|$)\\s*", Pattern.CASE_INSENSITIVE);

  private PlainText() {}

  /** Fills the draft from the file's characters. */
  static void parse(String characters, ArticleDraft.Builder draft) {
    NormalizedText normalized = TextNormalizer.normalize(characters);
    draft.warnAll(normalized.warnings());
    String text = normalized.text();
    Matcher date = DATE.matcher(text);
    if (date.lookingAt()) {
      Optional<StatedTime> published = StatedTimes.parse(date.group(1));
      if (published.isPresent()) {
        draft.published(published.get());
        text = text.substring(date.end());
      } else {
        draft.warn("\"" + date.group(1) + "\" is not a day of the calendar: left in the text");
      }
    }
    if (text.isEmpty()) {
      draft.warn("the text is empty");
    }
    draft.text(text);
  }
}

package dev.dateline.enrich;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Polarity;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the claims of one article their ids.
 *
 * <p>An id depends on the article, the claimant, the polarity and the content without case,
 * punctuation and spacing, never on positions; a claim that stands twice in an article has its
 * number as well. Not shared between threads.
 */
final class ClaimIds {

  private final String articleId;
  private final Map<String, Integer> seen = new HashMap<>();

  ClaimIds(String articleId) {
    this.articleId = articleId;
  }

  /** Returns the next id. */
  String next(String claimant, Polarity polarity, String content) {
    String speaker = normalize(claimant);
    String said = normalize(content);
    String id = Ids.of(articleId, speaker, polarity.name(), said);
    int occurrence = seen.merge(id, 1, Integer::sum);
    return occurrence == 1
        ? id
        : Ids.of(articleId, speaker, polarity.name(), said, Integer.toString(occurrence));
  }

  private static String normalize(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    boolean gap = false;
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    for (int i = 0; i < folded.length(); ) {
      int codePoint = folded.codePointAt(i);
      i += Character.charCount(codePoint);
      if (Character.isLetterOrDigit(codePoint)) {
        if (gap && normal.length() > 0) {
          normal.append(' ');
        }
        normal.appendCodePoint(codePoint);
        gap = false;
      } else {
        gap = true;
      }
    }
    return normal.toString();
  }
}

package dev.dateline.ingest.publish;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.IngestCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been published at one address.
 *
 * @param revision the latest revision
 * @param contentId what the latest revision says, as 32 hexadecimal digits
 * @param earlier the same for earlier revisions, latest last, no more than {@link #REMEMBERED}
 */
record Standing(int revision, String contentId, List<String> earlier) {

  /** How many earlier revisions are told from new ones. */
  static final int REMEMBERED = 32;

  static Standing of(IngestCursor cursor) {
    return new Standing(
        cursor.getRevision(), cursor.getContentId(), List.copyOf(cursor.getEarlierContentIds()));
  }

  /** Returns what makes a revision: another headline or another text. */
  static String contentId(Article article) {
    String title = article.getTitle();
    return Ids.of(title == null ? "" : title, article.getTextSha256());
  }

  static Standing first(String contentId) {
    return new Standing(1, contentId, List.of());
  }

  Standing revisedTo(String newContentId) {
    List<String> all = new ArrayList<>(earlier);
    all.add(contentId);
    return new Standing(
        revision + 1,
        newContentId,
        List.copyOf(all.subList(Math.max(0, all.size() - REMEMBERED), all.size())));
  }
}

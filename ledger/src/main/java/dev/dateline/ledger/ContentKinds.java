package dev.dateline.ledger;

import dev.dateline.ledger.match.WordKinds;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.ContentWord;
import dev.dateline.schemas.avro.Span;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Hands the parts of speech that came with a claim to the matcher. Stateless. */
public final class ContentKinds {

  private ContentKinds() {}

  /**
   * Returns the parts of speech of a claim's words as the matcher wants them.
   *
   * @param content its content, the stretches joined by a space
   * @return as {@link WordKinds} has them; empty where the claim's words were not tagged
   */
  public static String of(Claim claim, String content) {
    NavigableMap<Integer, String> tags = new TreeMap<>();
    int base = 0;
    for (Span span : claim.getContent()) {
      String text = span.getText();
      int codePoints = text.codePointCount(0, text.length());
      for (ContentWord word : claim.getWords()) {
        int offset = word.getStart() - span.getStart();
        if (offset >= 0 && offset < codePoints) {
          tags.put(base + text.offsetByCodePoints(0, offset), word.getPartOfSpeech().toString());
        }
      }
      base += text.length() + 1;
    }
    return WordKinds.of(content, tags);
  }
}

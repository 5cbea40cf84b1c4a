package dev.dateline.schemas;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.Span;
import java.util.stream.Collectors;

/** What a claim says and who says it, as text. */
public final class ClaimTexts {

  /** Parts the stretches of a content for people: a cue stands between them. */
  public static final String ELLIPSIS = " … ";

  private ClaimTexts() {}

  /** Returns the name people know a claimant by, else the words of the text. */
  public static String nameOf(Claimant claimant) {
    return claimant.getName() == null ? claimant.getText() : claimant.getName();
  }

  /** Returns the content as its author has it, its stretches joined by {@code between}. */
  public static String content(Claim claim, String between) {
    return claim.getContent().stream().map(Span::getText).collect(Collectors.joining(between));
  }
}

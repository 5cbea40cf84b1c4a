package dev.dateline.ingest;

/**
 * What became of everything that was read.
 *
 * @param published articles whose first revision was published
 * @param revised further revisions that were published
 * @param unchanged articles whose headline and text had been published before
 * @param rejected entries that gave no article: more than 0 means exit status 3
 * @param warnings remarks on articles that were published or unchanged all the same
 */
public record IngestSummary(int published, int revised, int unchanged, int rejected, int warnings) {

  /** Nothing read. */
  public static final IngestSummary NONE = new IngestSummary(0, 0, 0, 0, 0);

  /** Returns both together. */
  public IngestSummary plus(IngestSummary other) {
    return new IngestSummary(
        published + other.published,
        revised + other.revised,
        unchanged + other.unchanged,
        rejected + other.rejected,
        warnings + other.warnings);
  }

  /** Tells whether nothing was published. */
  public boolean isNothingNew() {
    return published == 0 && revised == 0;
  }

  /** Returns it for people: {@code 3 published, 1 revised, 0 unchanged, 0 rejected}. */
  @Override
  public String toString() {
    return String.format(
        "%,d published, %,d revised, %,d unchanged, %,d rejected",
        published, revised, unchanged, rejected);
  }
}

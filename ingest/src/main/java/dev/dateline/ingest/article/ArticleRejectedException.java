package dev.dateline.ingest.article;

/** Says that an entry gives no article. */
public final class ArticleRejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  /** Wraps the reason. */
  public ArticleRejectedException(Rejection rejection) {
    super(rejection.describe());
    this.rejection = rejection;
  }

  /** Returns the reason. */
  public Rejection rejection() {
    return rejection;
  }
}

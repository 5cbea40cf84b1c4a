package dev.dateline.enrich.text;

/** Says that an article used up its {@link Budget}; the annotator turns it into an outcome. */
public final class OverBudgetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one without a stack trace, since it is part of normal operation. */
  public OverBudgetException() {
    super("the article took longer than its budget", null, false, false);
  }
}

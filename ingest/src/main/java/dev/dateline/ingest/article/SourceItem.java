package dev.dateline.ingest.article;

/** What a source gives for one of its entries: a draft, or the reason why there is none. */
public sealed interface SourceItem permits ArticleDraft, Rejection {

  /** Returns where in its source the entry stands. */
  SourcePosition position();
}

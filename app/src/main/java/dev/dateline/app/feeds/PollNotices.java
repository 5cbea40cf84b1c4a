package dev.dateline.app.feeds;

import dev.dateline.app.demo.Notices;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.poll.PollListener;
import dev.dateline.schemas.avro.FeedFailure;

/** Tells people which feeds fail and which answer again, one line each. */
public final class PollNotices implements PollListener {

  private final Notices notices;

  /** Makes one. */
  public PollNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void rejected(Rejection rejection) {
    notices.line(rejection.describe());
  }

  @Override
  public void failed(String feed, FeedFailure kind, String message) {
    String end = kind == FeedFailure.GONE ? ": given up until it is added again" : "";
    notices.line(message.contains(feed) ? message + end : "polling " + feed + ": " + message + end);
  }

  @Override
  public void recovered(String feed) {
    notices.line("polling " + feed + ": it answers again");
  }
}

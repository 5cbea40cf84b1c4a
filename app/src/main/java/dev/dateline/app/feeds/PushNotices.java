package dev.dateline.app.feeds;

import dev.dateline.app.demo.Notices;
import dev.dateline.ingest.push.PushListener;
import java.net.URI;

/** Tells people where articles are taken in, and when Kafka is away, one line each. */
public final class PushNotices implements PushListener {

  private final Notices notices;

  /** Makes one. */
  public PushNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void listening(URI address) {
    notices.line("taking articles at " + address);
  }

  @Override
  public void stalled(String message) {
    notices.line(message + ": what was pushed waits, and more is told to come again");
  }

  @Override
  public void recovered() {
    notices.line("publishing articles: Kafka answers again");
  }
}

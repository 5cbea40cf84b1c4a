package dev.dateline.app;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndToEndTest {

  @Test
  void theSampleArticleGoesTheWholeWayOnTheEmbeddedBrokerAndOnlyOnce(@TempDir Path directory)
      throws InterruptedException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(directory))) {
      new WholeWay(broker.bootstrapServers(), directory.resolve("state")).run();
    }
  }
}

package dev.dateline.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

class ContainerEndToEndTest {

  @Test
  void theSampleArticleGoesTheWholeWayOnTheOfficialImageAndOnlyOnce(@TempDir Path directory)
      throws InterruptedException {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "skipped: no Docker engine answers, so apache/kafka:4.3.1 cannot be started;"
            + " EndToEndTest runs the same on the embedded broker");
    try (KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1")) {
      kafka.start();
      new WholeWay(kafka.getBootstrapServers(), directory).run();
    }
  }
}

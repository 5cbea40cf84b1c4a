package dev.dateline.broker;

import java.nio.file.Path;

/** A process that starts a broker, says its address and process id, and then only lives. */
final class BrokerParent {

  private BrokerParent() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(Path.of(arguments[0])));
    System.out.println(broker.bootstrapServers() + " " + broker.processId());
    Thread.currentThread().join();
  }

  static Process launch(Path dataDirectory) throws java.io.IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-Ddateline.root=" + System.getProperty("dateline.root"),
            "-cp",
            System.getProperty("java.class.path"),
            BrokerParent.class.getName(),
            dataDirectory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}

package dev.dateline.app.cli;

import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.sink.stream.SinkApp;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the sink service by itself. */
@Command(
    name = "sink",
    description = {
      "Write news.entities, news.places, news.claims.new, news.claims.disputed, news.trends and the"
          + " alerts of watchlists.",
      "Runs until Ctrl-C."
    })
final class SinkCommand implements Callable<Integer> {

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Mixin private SinkOptions sink = new SinkOptions();

  @Override
  public Integer call() throws InterruptedException {
    return ServiceRunner.run(new SinkApp(sink.settings()), kafka, service);
  }
}

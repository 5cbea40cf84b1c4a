package dev.dateline.app.cli;

import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.enrich.stream.EnrichApp;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the enrich service by itself. */
@Command(
    name = "enrich",
    description = {
      "Annotate every article of news.articles into news.enriched, and mark near copies.",
      "Runs until Ctrl-C."
    })
final class EnrichCommand implements Callable<Integer> {

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Mixin private AnnotatorOptions annotator = new AnnotatorOptions();

  @Mixin private CopyOptions copies = new CopyOptions();

  @Override
  public Integer call() throws InterruptedException {
    EnrichApp app = new EnrichApp(annotator.annotator()::annotate, copies.settings());
    return ServiceRunner.run(app, kafka, service);
  }
}

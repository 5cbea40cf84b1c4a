package dev.dateline.app.cli;

import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.ledger.stream.LedgerApp;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the ledger service by itself. */
@Command(
    name = "ledger",
    description = {
      "Judge every claim of news.enriched into news.claims and news.ledger.",
      "Runs until Ctrl-C."
    })
final class LedgerCommand implements Callable<Integer> {

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Mixin private LedgerOptions ledger = new LedgerOptions();

  @Override
  public Integer call() throws InterruptedException {
    return ServiceRunner.run(new LedgerApp(ledger.settings()), kafka, service);
  }
}

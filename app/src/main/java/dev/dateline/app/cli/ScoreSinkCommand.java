package dev.dateline.app.cli;

import dev.dateline.app.demo.Demo;
import dev.dateline.app.score.SinkDrill;
import dev.dateline.app.score.Tally;
import dev.dateline.broker.TemporaryDirectory;
import dev.dateline.enrich.Annotator;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Kills the sink on the way and holds what is in its topics against what must be there. */
@Command(
    name = "sink",
    description = {
      "Take articles through an embedded broker while the sink is killed with kill -9, and hold every"
          + " claim, sighting and alert against what must be there, each exactly once."
    })
final class ScoreSinkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Articles, as for ingest.")
  private List<Path> paths = List.of();

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often the sink is killed. Default: ${DEFAULT-VALUE}.")
  private int kills = 3;

  @Override
  public Integer call() throws InterruptedException {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new CommandFailure(
            ExitStatus.USAGE, "reading " + path + ": no such file or folder: check the path");
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (TemporaryDirectory directory = TemporaryDirectory.create("dateline-sink")) {
      SinkDrill drill =
          new SinkDrill(
              Annotator.create(Demo.ANNOTATOR_SETTINGS),
              directory.path(),
              line -> {
                err.println(line);
                err.flush();
              });
      List<Tally> tallies = drill.run(paths, Math.max(0, kills));
      out.println(Tally.HEAD);
      tallies.forEach(tally -> out.println(tally.row()));
      boolean exact = tallies.stream().allMatch(Tally::isExact);
      out.println();
      out.println(exact ? "each is there exactly once" : "NOT each is there exactly once");
      out.flush();
      return (exact ? ExitStatus.OK : ExitStatus.FAILURE).number();
    }
  }
}

package dev.dateline.app.cli;

import dev.dateline.app.score.CopyScore;
import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.parse.ArticleReader;
import dev.dateline.schemas.avro.Article;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes near copies of articles and prints how many of them are found. */
@Command(
    name = "duplicates",
    description = {
      "How many near copies are found, and how many of those found are: each article of the files"
          + " with one copy made of it (exact, wire, re-headlined, abridged, extended) or another"
          + " article that quotes it."
    })
final class ScoreDuplicatesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Articles, as for ingest.")
  private List<Path> files = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Chooses the words that are changed. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--errors", description = "List every error after the table.")
  private boolean errors;

  @Override
  public Integer call() {
    CopyScore score = CopyScore.of(read(), seed);
    PrintWriter out = spec.commandLine().getOut();
    score.table().forEach(out::println);
    if (errors) {
      out.println();
      score.errors().forEach(out::println);
    }
    out.flush();
    return ExitStatus.OK.number();
  }

  private List<Article> read() {
    ArticleAssembler assembler = new ArticleAssembler(Clock.systemUTC(), Duration.ofDays(365_000));
    List<Article> articles = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new CommandFailure(
            ExitStatus.USAGE, "reading " + file + ": no such file: check the path");
      }
      try (SourceItems items = ArticleReader.open(file, ArticleReader.addressName(file), null)) {
        while (items.hasNext()) {
          if (items.next() instanceof ArticleDraft draft) {
            articles.add(assembler.assemble(draft));
          }
        }
      } catch (ArticleRejectedException e) {
        throw new CommandFailure(ExitStatus.USAGE, e.rejection().describe(), e);
      }
    }
    return articles;
  }
}

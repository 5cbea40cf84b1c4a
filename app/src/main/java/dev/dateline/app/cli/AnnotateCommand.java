package dev.dateline.app.cli;

import dev.dateline.app.print.ArticlePrinter;
import dev.dateline.app.print.HtmlPrinter;
import dev.dateline.app.print.JsonPrinter;
import dev.dateline.app.print.Page;
import dev.dateline.app.print.PrettyPrinter;
import dev.dateline.enrich.Annotator;
import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.parse.ArticleReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Annotates articles without Kafka: one JSON line each, in their order. */
@Command(
    name = "annotate",
    description = {
      "Annotate articles and print one JSON line each, in their order; needs no Kafka.",
      "A line that cannot be read gives an error object of its own, and exit status 3."
    })
final class AnnotateCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Plain text, HTML or .jsonl; - reads JSON lines from standard input.")
  private List<String> files = List.of();

  @Mixin private AnnotatorOptions options = new AnnotatorOptions();

  @ArgGroup private Form form = new Form();

  /** How annotations are printed; JSON lines where neither is asked for. */
  private static final class Form {
    @Option(
        names = "--pretty",
        description = "Print each article in colour, with its claims underneath, for a terminal.")
    private boolean pretty;

    @Option(
        names = "--html",
        description =
            "Print one HTML page that shows what is known of each span under the pointer.")
    private boolean html;

    @Option(
        names = "--explain",
        description = {
          "Print in words, instead of JSON, what every name and place was taken for and why:"
              + " spellings, candidates, evidence."
        })
    private boolean explain;
  }

  private ExitStatus status = ExitStatus.OK;

  @Override
  public Integer call() {
    Annotator annotator = options.annotator();
    // An article given here is not news that arrives late, so none is backfill.
    ArticleAssembler assembler = new ArticleAssembler(Clock.systemUTC(), Duration.ofDays(365_000));
    try (ArticlePrinter printer = printer()) {
      for (String file : files) {
        try (SourceItems items = open(file)) {
          while (items.hasNext()) {
            print(items.next(), file, annotator, assembler, printer);
          }
        }
      }
    }
    return status.number();
  }

  private static SourceItems open(String file) {
    return file.equals(STANDARD_INPUT)
        ? ArticleReader.jsonLines(System.in, "standard input")
        : ArticleReader.open(Path.of(file));
  }

  private ArticlePrinter printer() {
    PrintWriter out = spec.commandLine().getOut();
    if (form.html) {
      return new HtmlPrinter(out);
    }
    return form.pretty
        ? new PrettyPrinter(
            out, Terminal.ansi(), Page.widthOf(System.getenv().getOrDefault("COLUMNS", "")))
        : new JsonPrinter(out);
  }

  private void print(
      SourceItem item,
      String file,
      Annotator annotator,
      ArticleAssembler assembler,
      ArticlePrinter printer) {
    if (item instanceof ArticleDraft draft && form.explain) {
      new ExplanationView(spec.commandLine().getOut())
          .print(draft.id(), annotator.explain(assembler.assembleExact(draft)));
    } else if (item instanceof ArticleDraft draft) {
      printer.print(
          annotator.annotate(assembler.assembleExact(draft)),
          draft.id(),
          file.equals(STANDARD_INPUT) ? null : file);
    } else if (item instanceof Rejection rejection) {
      reject(rejection, printer);
    }
  }

  private void reject(Rejection rejection, ArticlePrinter printer) {
    String code = rejection.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    printer.reject(rejection.id(), code, rejection.describe());
    PrintWriter err = spec.commandLine().getErr();
    err.println(rejection.describe());
    err.flush();
    if (rejection.code() == RejectionCode.NO_SUCH_FILE) {
      status = ExitStatus.USAGE;
    } else if (status == ExitStatus.OK) {
      status = ExitStatus.REJECTED;
    }
  }
}

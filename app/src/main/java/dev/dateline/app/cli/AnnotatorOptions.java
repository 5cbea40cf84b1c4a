package dev.dateline.app.cli;

import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.AnnotatorSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that annotates. */
final class AnnotatorOptions {

  private static final long DEFAULT_BUDGET_MILLIS = 5_000;

  @Option(
      names = "--annotate-budget-ms",
      paramLabel = "MS",
      defaultValue = "" + DEFAULT_BUDGET_MILLIS,
      description =
          "Time one article may take; one that takes longer passes unannotated."
              + " Default: ${DEFAULT-VALUE}.")
  private long budgetMillis = DEFAULT_BUDGET_MILLIS;

  @Option(
      names = "--annotate-max-code-points",
      paramLabel = "N",
      defaultValue = "" + AnnotatorSettings.DEFAULT_MOST_CODE_POINTS,
      description =
          "Characters of a text that are annotated; the rest of a longer one is not."
              + " Default: ${DEFAULT-VALUE}.")
  private int mostCodePoints = AnnotatorSettings.DEFAULT_MOST_CODE_POINTS;

  @Mixin private Files files = new Files();

  /** What a user's own files add to the annotator. */
  static final class Files {

    @Option(
        names = "--gazetteer",
        paramLabel = "FILE",
        description =
            "Gazetteer to use instead of the built-in one; dateline gazetteer build makes one.")
    private @Nullable Path gazetteer;

    @Option(
        names = "--aliases",
        paramLabel = "FILE",
        description =
            "Names you know, one thing a line: id, canonical name and aliases, separated by tabs."
                + " They go before the rules and the built-in aliases.")
    private @Nullable Path aliases;

    /** Loads the annotator with a budget of time of the command's own. */
    Annotator annotator(Duration budget) {
      return annotator(budget, AnnotatorSettings.DEFAULT_MOST_CODE_POINTS);
    }

    private Annotator annotator(Duration budget, int mostCodePoints) {
      try {
        return Annotator.create(new AnnotatorSettings(budget, mostCodePoints, aliases, gazetteer));
      } catch (IllegalArgumentException | UncheckedIOException e) {
        throw new CommandFailure(ExitStatus.USAGE, String.valueOf(e.getMessage()), e);
      }
    }
  }

  /** Loads the annotator. */
  Annotator annotator() {
    return files.annotator(Duration.ofMillis(budgetMillis), mostCodePoints);
  }
}

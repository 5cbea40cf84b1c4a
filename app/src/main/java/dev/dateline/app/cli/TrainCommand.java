package dev.dateline.app.cli;

import dev.dateline.enrich.names.tagger.TrainingSettings;
import dev.dateline.enrich.names.tagger.WordGroups;
import dev.dateline.enrich.names.train.NameTrainer;
import dev.dateline.enrich.names.train.WordGrouper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the models that Dateline carries. */
@Command(
    name = "train",
    description = "Train a model from corpora.",
    synopsisSubcommandLabel = "(names | groups)")
final class TrainCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: names or groups");
  }

  @Command(
      name = "names",
      description = {
        "Train the names tagger; the same corpora, options and seed give the same bytes.",
        "A corpus has token<TAB>tag lines: #doc<TAB>id opens a document, a blank line ends a"
            + " sentence, tags are BIO over PER, ORG, LOC and MISC. A file whose name begins with"
            + " silver- counts as tagged by a program. MODEL_CARD.md names the corpora of the"
            + " bundled model."
      })
  int names(
      @Parameters(paramLabel = "CORPUS.tsv", arity = "1..*", description = "Tagged corpora.")
          List<Path> corpora,
      @Option(
              names = "--geonames",
              paramLabel = "DIR",
              description =
                  "Folder of GeoNames' cities15000.txt, admin1Codes.txt and countryInfo.txt, whose"
                      + " names the tagger is told; without it, it knows no list of places.")
          @Nullable Path geoNames,
      @Option(
              names = "--induce-clusters",
              description =
                  "Group words anew from these corpora instead of using the bundled model's groups.")
          boolean induceClusters,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "Of shuffle and dropout. Default: ${DEFAULT-VALUE}.")
          long seed,
      @Option(
              names = "--epochs",
              paramLabel = "N",
              defaultValue = "" + TrainingSettings.USUAL_EPOCHS,
              description = "Passes through the corpora. Default: ${DEFAULT-VALUE}.")
          int epochs,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              defaultValue = "names.model.gz",
              description = "The model to write. Default: ${DEFAULT-VALUE}.")
          Path out) {
    corpora.forEach(corpus -> requireFile("corpus", corpus));
    if (geoNames != null && !Files.isDirectory(geoNames)) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading place names: " + geoNames + ": no such folder");
    }
    TrainingSettings settings =
        SettingsCheck.of(() -> TrainingSettings.usual().withSeed(seed).withEpochs(epochs));
    PrintWriter err = spec.commandLine().getErr();
    NameTrainer trainer = new NameTrainer(line -> print(err, line));
    try {
      trainer.train(new NameTrainer.Request(corpora, geoNames, induceClusters, settings), out);
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.USAGE, String.valueOf(e.getMessage()), e);
    }
    return ExitStatus.OK.number();
  }

  @Command(
      name = "groups",
      description = {
        "Group words by vectors and by a tree that others induced from large texts; the tagger is"
            + " trained with these groups.",
        "Both files are serialised Java maps, as the lexica of NLP4J are once unpacked with xz."
            + " MODEL_CARD.md names those of the bundled model."
      })
  int groups(
      @Option(
              names = "--vectors",
              required = true,
              paramLabel = "FILE",
              description = "A map from word, with its capitals, to float[].")
          Path vectors,
      @Option(
              names = "--tree",
              required = true,
              paramLabel = "FILE",
              description = "A map from lower-case word to its places in a tree (Brown clusters).")
          Path tree,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              defaultValue = "word-groups.gz",
              description = "The groups to write. Default: ${DEFAULT-VALUE}.")
          Path out) {
    requireFile("vectors", vectors);
    requireFile("tree of words", tree);
    PrintWriter err = spec.commandLine().getErr();
    try {
      WordGroups groups = new WordGrouper(line -> print(err, line)).group(vectors, tree);
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
        groups.writeAll(stream);
      }
      print(err, "wrote %s, %,d words, %,d bytes".formatted(out, groups.size(), Files.size(out)));
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.USAGE, String.valueOf(e.getMessage()), e);
    }
    return ExitStatus.OK.number();
  }

  private static void print(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }

  private static void requireFile(String what, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading " + what + " " + file + ": no such file: check the path");
    }
  }
}

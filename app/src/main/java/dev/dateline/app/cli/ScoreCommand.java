package dev.dateline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.names.score.NameScore;
import dev.dateline.enrich.names.score.ScoredName;
import dev.dateline.enrich.places.PlaceScorer;
import dev.dateline.enrich.places.PlaceScorer.Toponym;
import dev.dateline.enrich.score.ClaimScorer;
import dev.dateline.enrich.score.ClaimScorer.GoldAttribution;
import dev.dateline.enrich.score.ClaimScorer.PredictedClaim;
import dev.dateline.enrich.score.GoldDocument;
import dev.dateline.enrich.score.GoldDocuments;
import dev.dateline.enrich.score.TimeScorer;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Mention;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Annotates a gold corpus and prints how right that is. */
@Command(
    name = "score",
    description = "Annotate a gold corpus and print how right that is.",
    subcommands = {
      ScorePairsCommand.class,
      ScoreStoryCommand.class,
      ScoreDuplicatesCommand.class,
      ScoreSinkCommand.class
    },
    synopsisSubcommandLabel =
        "(names | places | times | claims | pairs | story | duplicates | sink)")
final class ScoreCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What every scorer takes. */
  static final class Gold {
    @Parameters(
        paramLabel = "GOLD.jsonl",
        arity = "1..*",
        description = "Annotated documents, one a line.")
    List<Path> files = List.of();

    @Option(names = "--errors", description = "List every error after the table.")
    boolean errors;

    @Mixin AnnotatorOptions.Files annotator = new AnnotatorOptions.Files();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing command: names, places, times, claims, pairs, story, duplicates or sink");
  }

  @Command(name = "names", description = "Names, by exact span and type.")
  int names(@Mixin Gold gold) {
    NameScore score = new NameScore();
    each(
        gold,
        (document, annotated) ->
            score.add(
                document.id(),
                document.text(),
                goldNames(document),
                annotated.getMentions().stream().flatMap(ScoreCommand::name).toList()));
    return print(score.table(), gold.errors ? score.errors() : List.of());
  }

  @Command(name = "places", description = "Toponyms found and placed within 161 km.")
  int places(@Mixin Gold gold) {
    PlaceScorer scorer = new PlaceScorer();
    each(
        gold,
        (document, annotated) ->
            scorer.add(
                document.id(),
                document.text(),
                goldToponyms(document),
                annotated.getPlaces().stream()
                    .map(
                        place ->
                            new Toponym(
                                place.getStart(),
                                place.getEnd(),
                                place.getText(),
                                place.getLatitude(),
                                place.getLongitude()))
                    .toList()));
    return print(scorer.scores().table(), gold.errors ? scorer.errors() : List.of());
  }

  @Command(name = "times", description = "Dates, by the interval of days they stand for.")
  int times(@Mixin Gold gold) {
    TimeScorer scorer = new TimeScorer();
    each(gold, scorer::add);
    return print(scorer.table(), gold.errors ? scorer.errors() : List.of());
  }

  @Command(name = "claims", description = "Attributions, by the overlap of their contents.")
  int claims(@Mixin Gold gold) {
    ClaimScorer scorer = new ClaimScorer();
    each(
        gold,
        (document, annotated) ->
            scorer.add(
                document.id(),
                document.text(),
                goldAttributions(document),
                annotated.getClaims().stream().map(ScoreCommand::claim).toList()));
    return print(scorer.table(), gold.errors ? scorer.errors() : List.of());
  }

  private static void each(Gold gold, BiConsumer<GoldDocument, EnrichedArticle> scorer) {
    Annotator annotator = gold.annotator.annotator(Duration.ofMinutes(1));
    for (Path file : gold.files) {
      for (GoldDocument document : read(file)) {
        scorer.accept(document, annotator.annotate(document.article()));
      }
    }
  }

  private static List<GoldDocument> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading " + file + ": no such file: check the path");
    }
    try {
      return GoldDocuments.read(file);
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private int print(String table, List<String> errors) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(table.stripTrailing());
    errors.forEach(out::println);
    out.flush();
    return ExitStatus.OK.number();
  }

  private static List<ScoredName> goldNames(GoldDocument document) {
    List<ScoredName> names = new ArrayList<>();
    for (JsonNode entity : document.gold().path("entities")) {
      names.add(
          new ScoredName(
              entity.path("start").asInt(),
              entity.path("end").asInt(),
              entity.path("label").asText()));
    }
    return names;
  }

  private static Stream<ScoredName> name(Mention mention) {
    String label = label(mention.getType());
    return label == null
        ? Stream.empty()
        : Stream.of(new ScoredName(mention.getStart(), mention.getEnd(), label));
  }

  private static @Nullable String label(EntityType type) {
    return switch (type) {
      case PERSON -> "PER";
      case ORGANIZATION -> "ORG";
      case LOCATION -> "LOC";
      case MISC, OTHER -> null;
    };
  }

  private static List<Toponym> goldToponyms(GoldDocument document) {
    List<Toponym> toponyms = new ArrayList<>();
    for (JsonNode toponym : document.gold().path("toponyms")) {
      toponyms.add(
          new Toponym(
              toponym.path("start").asInt(),
              toponym.path("end").asInt(),
              toponym.path("surface").asText(),
              toponym.path("lat").asDouble(Double.NaN),
              toponym.path("lon").asDouble(Double.NaN)));
    }
    return toponyms;
  }

  private static List<GoldAttribution> goldAttributions(GoldDocument document) {
    List<GoldAttribution> attributions = new ArrayList<>();
    for (JsonNode attribution : document.gold().path("attributions")) {
      List<TextSpan> content = new ArrayList<>();
      attribution.path("content").forEach(span -> content.add(span(span)));
      attributions.add(
          new GoldAttribution(
              content,
              spanOrNull(attribution.path("cue")),
              spanOrNull(attribution.path("source")),
              ClaimScorer.Kind.valueOf(
                  attribution.path("kind").asText().toUpperCase(Locale.ROOT))));
    }
    return attributions;
  }

  private static @Nullable TextSpan spanOrNull(JsonNode node) {
    return node.isArray() ? span(node) : null;
  }

  private static TextSpan span(JsonNode node) {
    return new TextSpan(node.path(0).asInt(), node.path(1).asInt());
  }

  private static PredictedClaim claim(Claim claim) {
    Claimant claimant = claim.getClaimant();
    return new PredictedClaim(
        claimant == null ? null : new TextSpan(claimant.getStart(), claimant.getEnd()),
        claim.getContent().stream().map(at -> new TextSpan(at.getStart(), at.getEnd())).toList());
  }
}

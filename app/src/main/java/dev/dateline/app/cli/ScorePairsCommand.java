package dev.dateline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.enrich.Annotator;
import dev.dateline.ledger.ContentKinds;
import dev.dateline.ledger.NormalisedContent;
import dev.dateline.ledger.match.Assertion;
import dev.dateline.ledger.match.LabelledPair;
import dev.dateline.ledger.match.PairScorer;
import dev.dateline.ledger.match.PairScorer.Given;
import dev.dateline.ledger.match.PairScorer.Judged;
import dev.dateline.ledger.match.Relation;
import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges pairs of claims, and where they are labelled says how well. */
@Command(
    name = "pairs",
    description = {
      "How the second claim of each pair stands to the first: one JSON line a pair, then figures "
          + "beside those of simple methods where pairs are labelled. Claims are taken from article_text "
          + "as the annotator reads it; where it finds none, the content as given, counted as missed."
    })
final class ScorePairsCommand implements Callable<Integer> {

  private static final Duration BUDGET = Duration.ofMinutes(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE.jsonl", description = "Pairs of claims, one a line.")
  private Path file = Path.of("");

  @Mixin private AnnotatorOptions.Files files = new AnnotatorOptions.Files();

  private final ObjectMapper mapper = new ObjectMapper();
  private int missed;

  @Override
  public Integer call() {
    List<JsonNode> lines = read();
    Annotator annotator = files.annotator(BUDGET);
    List<Given> given = new ArrayList<>();
    for (JsonNode line : lines) {
      given.add(
          new Given(
              new LabelledPair(
                  line.path("id").asText(),
                  assertion(line.path("a"), annotator),
                  assertion(line.path("b"), annotator),
                  label(line)),
              PairScorer.key(
                  line.path("a").path("content").asText(),
                  line.path("b").path("content").asText())));
    }
    PairScorer.Result result = new PairScorer().score(given);
    PrintWriter out = spec.commandLine().getOut();
    result.pairs().forEach(pair -> out.println(json(pair)));
    if (!result.table().isEmpty()) {
      out.println();
      result.table().forEach(out::println);
      out.printf("%ncontents the annotator missed: %d of %d%n", missed, 2 * lines.size());
    }
    out.flush();
    return ExitStatus.OK.number();
  }

  private List<JsonNode> read() {
    List<JsonNode> read = new ArrayList<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        if (!line.isBlank()) {
          JsonNode pair = mapper.readTree(line);
          if (!pair.path("a").has("content") || !pair.path("b").has("content")) {
            throw failure(number, "a pair has \"a\" and \"b\", each with \"content\"", null);
          }
          read.add(pair);
        }
      }
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw failure(number, "not JSON: give one object a line", e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading " + file + ": no such file: check the path", e);
    }
    return read;
  }

  private CommandFailure failure(int line, String mend, @Nullable Throwable cause) {
    String message = "reading " + file + ": line " + line + ": " + mend;
    return cause == null
        ? new CommandFailure(ExitStatus.USAGE, message)
        : new CommandFailure(ExitStatus.USAGE, message, cause);
  }

  private @Nullable Relation label(JsonNode line) {
    String label = line.path("label").asText("");
    if (label.isEmpty()) {
      return null;
    }
    try {
      return Relation.valueOf(label);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "reading "
              + file
              + ": pair "
              + line.path("id").asText()
              + ": label \""
              + label
              + "\": use SAME, CONTRADICTS, UPDATES or DIFFERENT",
          e);
    }
  }

  private Assertion assertion(JsonNode side, Annotator annotator) {
    String content = side.path("content").asText();
    String text = side.path("article_text").asText(content);
    LocalDate date = LocalDate.parse(side.path("date").asText("1970-01-01"));
    List<String> places =
        side.path("place").isTextual()
            ? List.of(side.path("place").asText().split("\\s*,\\s*", -1))
            : List.of();
    Claim claim = claim(annotator, text, date, content);
    if (claim == null) {
      missed++;
      return new Assertion(
          side.path("claimant").asText(null),
          null,
          side.path("polarity").asText().equals("denied"),
          content,
          places,
          date,
          List.of());
    }
    Claimant claimant = claim.getClaimant();
    String words = NormalisedContent.wordsOf(claim);
    return new Assertion(
        claimant == null ? null : ClaimTexts.nameOf(claimant),
        claimant == null ? null : claimant.getEntityId(),
        claim.getPolarity() == Polarity.DENIED,
        words,
        places,
        date,
        claim.getEntityIds(),
        ContentKinds.of(claim, words));
  }

  /** The claim whose content overlaps most with the given one; null when none does. */
  private static @Nullable Claim claim(
      Annotator annotator, String text, LocalDate date, String content) {
    int at = text.indexOf(content);
    if (at < 0) {
      return null;
    }
    int from = text.codePointCount(0, at);
    int to = from + content.codePointCount(0, content.length());
    Instant published = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    Article article =
        Article.newBuilder()
            .setId(Ids.of(text))
            .setText(text)
            .setTextSha256(Ids.sha256(text))
            .setPublished(published)
            .setPublishedIsDay(true)
            .setFetched(published)
            .setEventTime(published)
            .build();
    Claim best = null;
    int most = 0;
    for (Claim claim : annotator.annotate(article).getClaims()) {
      int overlap = 0;
      for (Span span : claim.getContent()) {
        overlap += Math.max(0, Math.min(to, span.getEnd()) - Math.max(from, span.getStart()));
      }
      if (overlap > most) {
        most = overlap;
        best = claim;
      }
    }
    return best;
  }

  private String json(Judged judged) {
    ObjectNode line = mapper.createObjectNode();
    line.put("id", judged.pair().id());
    line.put("predicted", judged.relation().name());
    line.put("score", Math.round(judged.score() * 1000) / 1000.0);
    line.put("reasons", judged.reasons());
    if (judged.pair().relation() != null) {
      line.put("label", judged.pair().relation().name());
    }
    if (judged.crossValidated()) {
      line.put("crossValidated", true);
    }
    return line.toString();
  }
}

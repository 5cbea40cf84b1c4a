package dev.dateline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.app.score.StoryRun;
import dev.dateline.broker.TemporaryDirectory;
import dev.dateline.enrich.Annotator;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a story through the topologies and holds the verdicts against the expected ones. */
@Command(
    name = "story",
    description = {
      "Take a story through an embedded broker, enrich and ledger, article by article, and hold "
          + "every verdict against the expected one. A claim the annotator misses counts as wrong."
    })
final class ScoreStoryCommand implements Callable<Integer> {

  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final String ROW = "%-2s %-7s %-13s %-13s %-7s %-7s %s%n";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "STORY.jsonl", description = "Articles, one a line.")
  private Path story = Path.of("");

  @Parameters(index = "1", paramLabel = "EXPECTED.json", description = "The verdicts expected.")
  private Path expected = Path.of("");

  @Mixin private AnnotatorOptions.Files files = new AnnotatorOptions.Files();

  private final ObjectMapper mapper = new ObjectMapper();
  private int right;
  private int rightNearest;
  private int withNearest;
  private int total;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Article> articles = articles();
    Annotator annotator = files.annotator(BUDGET);
    try (TemporaryDirectory directory = TemporaryDirectory.create("dateline-story")) {
      Map<String, List<JudgedClaim>> judged = new HashMap<>();
      for (JudgedClaim claim :
          StoryRun.judge(List.copyOf(articles.values()), annotator, directory.path())) {
        judged.computeIfAbsent(claim.getArticle().getId(), article -> new ArrayList<>()).add(claim);
      }
      compare(articles, judged);
    }
    return ExitStatus.OK.number();
  }

  private void compare(Map<String, Article> articles, Map<String, List<JudgedClaim>> judged) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(ROW, "", "CLAIM", "EXPECTED", "FOUND", "OF", "FOUND", "CONTENT");
    Map<String, String> ids = new HashMap<>();
    for (JsonNode article : tree(expected).path("articles")) {
      Article given = articles.get(article.path("id").asText());
      if (given == null) {
        throw new CommandFailure(
            ExitStatus.USAGE,
            "reading "
                + expected
                + ": article \""
                + article.path("id").asText()
                + "\": not in "
                + story);
      }
      Set<String> used = new HashSet<>();
      for (JsonNode claim : article.path("claims")) {
        JudgedClaim found =
            find(claim, given.getText(), judged.getOrDefault(given.getId(), List.of()), used);
        if (found != null) {
          used.add(found.getClaim().getId());
          ids.put(found.getClaim().getId(), claim.path("id").asText());
        }
        print(claim, found, ids, out);
      }
    }
    out.printf(
        "%nverdicts right: %d of %d, %.1f %%; nearest claim right: %d of %d%n",
        right, total, 100.0 * right / Math.max(1, total), rightNearest, withNearest);
    out.flush();
  }

  private void print(
      JsonNode claim, @Nullable JudgedClaim found, Map<String, String> ids, PrintWriter out) {
    String verdict = claim.path("verdict").asText();
    String actual = found == null ? "missed" : found.getVerdict().name();
    String nearest = claim.path("matches").asText("-");
    String actualNearest =
        found == null || found.getNearest() == null
            ? "-"
            : ids.getOrDefault(found.getNearest().getClaimId(), "?");
    Set<String> accepted = new HashSet<>(Set.of(nearest));
    claim.path("also_accepted").forEach(also -> accepted.add(also.asText()));
    // "DISPUTED with the first is also right": a restated denial.
    boolean isRight =
        verdict.equals(actual)
            || (claim.path("note").asText().contains(actual + " with ")
                && claim.path("note").asText().contains("also right"));
    boolean optional = claim.path("optional").asBoolean();
    if (!optional) {
      total++;
      right += isRight ? 1 : 0;
      if (claim.path("matches").isTextual()) {
        withNearest++;
        rightNearest += accepted.contains(actualNearest) ? 1 : 0;
      }
    }
    out.printf(
        ROW,
        isRight ? "" : optional ? "o" : "x",
        claim.path("id").asText(),
        verdict,
        actual,
        nearest.equals("null") ? "-" : nearest,
        actualNearest,
        claim.path("content").asText());
  }

  /** The claim whose content overlaps most with the expected one; null when none does. */
  private static @Nullable JudgedClaim find(
      JsonNode claim, String text, List<JudgedClaim> judged, Set<String> used) {
    String content = claim.path("content").asText();
    int at = text.indexOf(content);
    if (at < 0) {
      return null;
    }
    int from = text.codePointCount(0, at);
    int to = from + content.codePointCount(0, content.length());
    JudgedClaim best = null;
    int most = 0;
    for (JudgedClaim each : judged) {
      int overlap = 0;
      for (Span span : each.getClaim().getContent()) {
        overlap += Math.max(0, Math.min(to, span.getEnd()) - Math.max(from, span.getStart()));
      }
      if (overlap > most && !used.contains(each.getClaim().getId())) {
        most = overlap;
        best = each;
      }
    }
    return best;
  }

  private Map<String, Article> articles() {
    Map<String, Article> articles = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(story, StandardCharsets.UTF_8)) {
        if (!line.isBlank()) {
          JsonNode node = mapper.readTree(line);
          String text = node.path("text").asText();
          Instant published = Instant.parse(node.path("published").asText());
          String id = node.path("id").asText();
          articles.put(
              id,
              Article.newBuilder()
                  .setId(Ids.of(id))
                  .setUrl(node.path("url").asText(null))
                  .setSource(node.path("outlet").asText(null))
                  .setTitle(node.path("title").asText(null))
                  .setText(text)
                  .setTextSha256(Ids.sha256(text))
                  .setPublished(published)
                  .setFetched(published.plusSeconds(60))
                  .setEventTime(published)
                  .build());
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading " + story + ": no such file, or not JSON lines", e);
    }
    return articles;
  }

  private JsonNode tree(Path file) {
    try {
      return mapper.readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading " + file + ": no such file, or not JSON", e);
    }
  }
}

package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.kafka.RecordReader;
import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.ClaimDifference;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Polarity;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a claim got its verdict. */
@Command(
    name = "explain",
    description = "Say why a claim got its verdict: the nearest earlier claim and the difference.")
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Parameters(
      paramLabel = "CLAIM-ID",
      description = "Id of the claim, or its first digits; see claims --json or tail news.claims.")
  private String claimId = "";

  @Override
  public Integer call() {
    List<JudgedClaim> found = new ArrayList<>();
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.openExisting(kafka.settings()));
      try (var reader = new RecordReader<>(cluster, Topics.CLAIMS, Long.MAX_VALUE)) {
        reader.read(
            false,
            record -> {
              if (record.value().getClaim().getId().startsWith(claimId)) {
                found.add(record.value());
              }
              return true;
            });
      }
    }
    if (found.isEmpty()) {
      throw new CommandFailure(
          ExitStatus.FAILURE,
          "explaining claim "
              + claimId
              + ": news.claims has none of that id: see dateline tail news.claims"
              + " --from-beginning");
    }
    PrintWriter out = spec.commandLine().getOut();
    found.forEach(judged -> print(judged, out));
    out.flush();
    return ExitStatus.OK.number();
  }

  private static void print(JudgedClaim judged, PrintWriter out) {
    var claimant = judged.getClaim().getClaimant();
    String who = claimant == null ? "nobody named" : ClaimTexts.nameOf(claimant);
    out.printf("%s  %s%n", judged.getVerdict(), judged.getClaim().getId());
    line(
        out,
        "claim",
        who,
        judged.getClaim().getPolarity(),
        ClaimTexts.content(judged.getClaim(), ClaimTexts.ELLIPSIS));
    line(out, "in", judged.getArticle().getSource(), judged.getArticle().getEventTime());
    EarlierClaim nearest = judged.getNearest();
    if (nearest != null) {
      out.printf("  nearest      %s (%s)%n", nearest.getClaimId(), judged.getRelation());
      line(out, "", nearest.getClaimant(), nearest.getPolarity(), nearest.getContent());
      line(out, "in", nearest.getSource(), nearest.getEventTime());
    }
    judged.getReasons().forEach(reason -> out.printf("  because      %s%n", reason));
    for (ClaimDifference difference : judged.getDifferences()) {
      out.printf(
          "  differs in   %s: %s → %s%n",
          difference.getKind(),
          Objects.requireNonNullElse(difference.getEarlier(), "–"),
          Objects.requireNonNullElse(difference.getLater(), "–"));
    }
    out.printf(
        "  proposition  %s: %d claims, %d independent claimants, %d copies, %d denials%n%n",
        judged.getPropositionId(),
        judged.getClaims(),
        judged.getIndependentClaimants(),
        judged.getCopies(),
        judged.getDenials());
  }

  private static void line(
      PrintWriter out, String label, @Nullable String who, Polarity polarity, String content) {
    out.printf(
        "  %-11s  %s%s: %s%n",
        label,
        Objects.requireNonNullElse(who, "nobody named"),
        polarity == Polarity.DENIED ? " denies" : "",
        content);
  }

  private static void line(
      PrintWriter out, String label, @Nullable String source, Instant eventTime) {
    out.printf("  %-11s  %s, %s%n", label, Objects.requireNonNullElse(source, "?"), eventTime);
  }
}

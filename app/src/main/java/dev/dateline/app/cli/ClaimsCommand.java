package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.kafka.RecordReader;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.ClaimantStanding;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.PropositionStatus;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows where propositions stand, from the compacted topic. */
@Command(name = "claims", description = "Show where claims stand, from news.ledger.")
final class ClaimsCommand implements Callable<Integer> {

  private static final String ROW = "%-10s  %-12s  %6s  %-20s  %s%n";
  private static final int NAME_WIDTH = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Option(
      names = "--place",
      paramLabel = "NAME",
      description = "Only claims about places of that name or id.")
  private @Nullable String place;

  @Option(
      names = "--claimant",
      paramLabel = "NAME",
      description = "Only claims that somebody of that name or id makes or denies.")
  private @Nullable String claimant;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only claims that stand so: ${COMPLETION-CANDIDATES}.")
  private @Nullable PropositionStatus status;

  @Option(
      names = "--since",
      paramLabel = "DAY",
      description = "Only claims last made on that day or later, as 2024-10-08.")
  private @Nullable LocalDate since;

  @Option(names = "--json", description = "Print one JSON object a line instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    Map<String, LedgerEntry> entries;
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.openExisting(kafka.settings()));
      entries = RecordReader.latest(cluster, Topics.LEDGER);
    }
    List<LedgerEntry> found =
        entries.values().stream()
            .filter(this::isWanted)
            .sorted(
                Comparator.comparing(LedgerEntry::getLastSeen)
                    .reversed()
                    .thenComparing(LedgerEntry::getPropositionId))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      found.forEach(out::println);
    } else if (found.isEmpty()) {
      out.println("no claim fits");
    } else {
      out.printf(ROW, "LAST", "STATUS", "CLAIMS", "WHO", "WHAT");
      found.forEach(entry -> print(entry, out));
    }
    out.flush();
    return ExitStatus.OK.number();
  }

  private boolean isWanted(LedgerEntry entry) {
    String wantedPlace = place;
    String wantedClaimant = claimant;
    LocalDate earliest = since;
    return (wantedPlace == null || isAbout(entry, wantedPlace))
        && (wantedClaimant == null
            || entry.getClaimants().stream().anyMatch(each -> is(each, wantedClaimant)))
        && (status == null || entry.getStatus() == status)
        && (earliest == null
            || !entry.getLastSeen().isBefore(earliest.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private static boolean isAbout(LedgerEntry entry, String wanted) {
    return Stream.concat(Stream.ofNullable(entry.getPlace()), entry.getPlaces().stream())
            .anyMatch((PlaceReference each) -> matches(wanted, each.getName(), each.getPlaceId()))
        || matches(wanted, entry.getSubject().getName(), entry.getSubject().getId());
  }

  private static boolean is(ClaimantStanding each, String wanted) {
    return matches(wanted, each.getName(), each.getId());
  }

  private static boolean matches(String wanted, @Nullable String name, @Nullable String id) {
    return wanted.equals(id)
        || (name != null
            && name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)));
  }

  private static void print(LedgerEntry entry, PrintWriter out) {
    String who =
        entry.getClaimants().stream()
            .map(
                each ->
                    (each.getAgainst() ? "not " : "")
                        + Objects.requireNonNullElse(each.getName(), "?"))
            .collect(Collectors.joining(", "));
    out.printf(
        ROW,
        day(entry.getLastSeen()),
        entry.getStatus(),
        entry.getClaimCount(),
        who.length() > NAME_WIDTH ? who.substring(0, NAME_WIDTH - 1) + "…" : who,
        entry.getContent());
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}

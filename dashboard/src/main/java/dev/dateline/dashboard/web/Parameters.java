package dev.dateline.dashboard.web;

import dev.dateline.dashboard.view.ClaimFilter;
import dev.dateline.dashboard.view.ClaimKey;
import dev.dateline.schemas.avro.TrendKind;
import dev.dateline.schemas.avro.Verdict;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of requests; a wrong one is one line that says what may be given. */
final class Parameters {

  static final Duration FOR_EVER = Duration.ofDays(365_000);

  private static final int MOST_LETTERS = 300;

  private static final Map<String, Duration> MAP_WINDOWS =
      Map.of(
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7),
          "all", FOR_EVER);

  private static final Map<String, Duration> TREND_WINDOWS =
      Map.of(
          "quarter_hour", Duration.ofMinutes(15),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1));

  private Parameters() {}

  static ClaimFilter filter(Context request) {
    return new ClaimFilter(
        verdicts(request),
        text(request, "place"),
        text(request, "claimant"),
        text(request, "source"),
        text(request, "text"),
        text(request, "entity"),
        text(request, "proposition"));
  }

  private static Set<Verdict> verdicts(Context request) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (String given : request.queryParams("verdict")) {
      for (String word : given.split(",", -1)) {
        if (!word.isBlank()) {
          verdicts.add(oneOf("verdict", word.strip(), Verdict.class));
        }
      }
    }
    return verdicts;
  }

  static @Nullable String text(Context request, String name) {
    String given = request.queryParam(name);
    if (given != null && given.length() > MOST_LETTERS) {
      throw new BadRequestResponse(
          name + ": " + given.length() + " letters: give at most " + MOST_LETTERS);
    }
    return given;
  }

  static @Nullable ClaimKey before(Context request) {
    String given = request.queryParam("before");
    if (given == null || given.isEmpty()) {
      return null;
    }
    return ClaimKey.parse(given)
        .orElseThrow(
            () -> new BadRequestResponse("before: give the next of the page before this one"));
  }

  static int limit(Context request, int usual, int most) {
    String given = request.queryParam("limit");
    if (given == null || given.isEmpty()) {
      return usual;
    }
    try {
      int limit = Integer.parseInt(given);
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused below like any other that does not fit.
    }
    throw new BadRequestResponse("limit: " + given + ": give a number from 1 to " + most);
  }

  static Duration mapWindow(Context request) {
    return choice(request, "window", "day", MAP_WINDOWS);
  }

  static Duration trendWindow(Context request) {
    return choice(request, "window", "hour", TREND_WINDOWS);
  }

  /** Returns whether the time of arrival counts; else that of publication. */
  static boolean byArrival(Context request) {
    return choice(request, "by", "arrived", Map.of("arrived", true, "published", false));
  }

  static @Nullable TrendKind trendKind(Context request) {
    String given = request.queryParam("kind");
    return given == null || given.isEmpty() ? null : oneOf("kind", given, TrendKind.class);
  }

  private static <T> T choice(Context request, String name, String usual, Map<String, T> choices) {
    String given = request.queryParam(name);
    String wanted = given == null || given.isEmpty() ? usual : given;
    if (!choices.containsKey(wanted)) {
      throw wrong(name, wanted, choices.keySet().stream().sorted().toList());
    }
    return Objects.requireNonNull(choices.get(wanted));
  }

  private static <E extends Enum<E>> E oneOf(String name, String given, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(given))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    name,
                    given,
                    Arrays.stream(type.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList()));
  }

  private static BadRequestResponse wrong(String name, String given, List<String> choices) {
    return new BadRequestResponse(
        name + ": " + given + ": give " + choices.stream().collect(Collectors.joining(", ")));
  }
}

package dev.dateline.enrich.places;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a publisher's country from the end of its host name. */
final class Publisher {

  /** Endings that stand for a country by the standard and are sold to everybody. */
  private static final Set<String> SOLD =
      Set.of("ai", "cc", "co", "fm", "io", "me", "to", "tv", "ws");

  private static final Set<String> COUNTRIES = new HashSet<>(Set.of(Locale.getISOCountries()));

  private Publisher() {}

  /** Returns the country code, or nothing for a name that is no host or an ending of no country. */
  static Optional<String> countryOf(@Nullable String source) {
    if (source == null || source.indexOf(' ') >= 0 || source.lastIndexOf('.') < 0) {
      return Optional.empty();
    }
    String ending = source.substring(source.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (ending.equals("uk")) {
      return Optional.of("GB");
    }
    String code = ending.toUpperCase(Locale.ROOT);
    return SOLD.contains(ending) || !COUNTRIES.contains(code)
        ? Optional.empty()
        : Optional.of(code);
  }
}

package dev.dateline.app.print;

import dev.dateline.schemas.avro.PlacePrecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words for places, days and numbers. */
public final class Words {

  private Words() {}

  /** Returns "Bakhmut, Donetsk, UA": name, region and country, as far as they are known. */
  public static String place(String name, @Nullable String admin1, @Nullable String country) {
    List<String> parts = new ArrayList<>(List.of(name));
    if (admin1 != null && !admin1.equals(name)) {
      parts.add(admin1);
    }
    if (country != null) {
      parts.add(country);
    }
    return String.join(", ", parts);
  }

  /** Returns "48.59°N 38.00°E", and of what kind of area that is the middle. */
  public static String coordinates(double latitude, double longitude, PlacePrecision precision) {
    String point =
        String.format(
            Locale.ROOT,
            "%.2f°%s %.2f°%s",
            Math.abs(latitude),
            latitude < 0 ? "S" : "N",
            Math.abs(longitude),
            longitude < 0 ? "W" : "E");
    return switch (precision) {
      case UNKNOWN, POINT, SETTLEMENT -> point;
      case ADMIN2 -> point + " (district)";
      case ADMIN1 -> point + " (region)";
      case COUNTRY -> point + " (country)";
      case REGION -> point + " (area)";
    };
  }

  /** Returns "2023-05-22" or "2023-05-22 to 2023-05-28". */
  public static String days(LocalDate from, @Nullable LocalDate to) {
    return to == null || to.equals(from) ? from.toString() : from + " to " + to;
  }

  /** Returns "1,500" or "2.5". */
  public static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.2f", value).replaceAll("0+$", "");
  }

  /** Returns "1 article", "2 articles". */
  public static String count(long number, String one) {
    return number == 1
        ? "1 " + one
        : String.format(
            Locale.ROOT,
            "%,d %s",
            number,
            one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s");
  }
}

package dev.dateline.bench;

import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Watchlists as people would save them, of many shapes, about what the claims of a benchmark are
 * about: claimants, places, circles, phrases, prefixes and what they go together with.
 */
final class BenchWatchlists {

  private static final long SEED = 20260701;

  private BenchWatchlists() {}

  /** Returns that many, the same for the same claims. */
  static List<Watchlist> of(List<JudgedClaim> claims, int number) {
    Random random = new Random(SEED);
    List<Watchlist> watchlists = new ArrayList<>(number);
    while (watchlists.size() < number) {
      String query = query(claims.get(random.nextInt(claims.size())).getClaim(), random);
      if (!query.isEmpty()) {
        watchlists.add(
            Watchlist.newBuilder()
                .setName("bench-" + watchlists.size())
                .setQuery(query)
                .setCreated(Instant.EPOCH)
                .build());
      }
    }
    return watchlists;
  }

  /** Returns a query; empty where the claim has nothing for that shape. */
  private static String query(Claim claim, Random random) {
    String claimant = claimant(claim.getClaimant());
    PlaceReference place =
        claim.getPlaces().isEmpty()
            ? null
            : claim.getPlaces().get(random.nextInt(claim.getPlaces().size()));
    List<String> words =
        List.of(ClaimTexts.content(claim, " ").split("[^\\p{L}]+", -1)).stream()
            .filter(word -> word.length() > 5)
            .toList();
    String word = words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
    String other = words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
    return switch (random.nextInt(10)) {
      case 0 -> claimant;
      case 1 -> claimant.isEmpty() ? "" : claimant + " AND polarity:DENIED";
      case 2 -> claimant.isEmpty() || word.isEmpty() ? "" : claimant + " AND text:" + word;
      case 3 -> place == null ? "" : "placeId:\"" + place.getPlaceId() + "\" AND verdict:DISPUTED";
      case 4 -> place == null || word.isEmpty() ? "" : name(place) + " AND text:" + word;
      case 5 ->
          place == null
              ? ""
              : String.format(
                  Locale.ROOT,
                  "within(%.3f,%.3f,%d) AND (verdict:NEW OR verdict:DISPUTED)%s",
                  place.getLatitude(),
                  place.getLongitude(),
                  10 + random.nextInt(90),
                  word.isEmpty() ? "" : " AND text:" + word);
      case 6 -> word.isEmpty() || other.equals(word) ? "" : "text:\"" + word + " " + other + "\"~8";
      case 7 ->
          word.isEmpty() || place == null || place.getCountry() == null
              ? ""
              : "country:" + place.getCountry() + " AND text:" + word + " -cue:DENY";
      case 8 ->
          claim.getEntityIds().isEmpty()
              ? ""
              : "entityId:\"" + claim.getEntityIds().get(0) + "\" AND type:claim AND cue:SAY";
      default ->
          word.isEmpty()
              ? ""
              : "(text:"
                  + word
                  + " OR text:"
                  + word.substring(0, 5)
                  + "*) AND text:"
                  + other
                  + " -verdict:REPEATED";
    };
  }

  private static String claimant(Claimant claimant) {
    return claimant == null || claimant.getName() == null
        ? ""
        : "claimant:\"" + claimant.getName().replaceAll("[\\\\\"]", " ") + "\"";
  }

  private static String name(PlaceReference place) {
    return "place:\"" + place.getName().replaceAll("[\\\\\"]", " ") + "\"";
  }
}

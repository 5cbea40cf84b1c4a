package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.places.ResolvedPlace;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.text.Token;
import dev.dateline.enrich.times.TimeMention;
import dev.dateline.enrich.times.Times;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.PlaceReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a content is about: its places, entities, numbers and time, and how it is hedged or
 * negated. Made for one article.
 */
final class ContentReader {

  /** Where the main clause of a content ends; what follows hedges or negates only itself. */
  private static final Set<String> CLAUSE_ENDS =
      Set.of(
          "because",
          "which",
          "who",
          "if",
          "when",
          "unless",
          "until",
          "although",
          "though",
          "while",
          "where");

  /** How many characters before a time its "from" is looked for. */
  private static final int LOOK_BACK = 16;

  private static final Set<String> UNTIL = Set.of("to", "through", "until", "till", "–", "-");

  private final TextDocument document;
  private final Names names;
  private final Places places;
  private final Times times;
  private final QuantityFinder quantityFinder;

  ContentReader(
      TextDocument document,
      Names names,
      Places places,
      Times times,
      QuantityFinder quantityFinder) {
    this.document = document;
    this.names = names;
    this.places = places;
    this.times = times;
    this.quantityFinder = quantityFinder;
  }

  /** Returns the places named in a content, the most specific first. */
  List<PlaceReference> places(List<TextSpan> content) {
    Map<String, PlaceReference> byId = new LinkedHashMap<>();
    for (ResolvedPlace place : places.places()) {
      if (isInside(place.span(), content)) {
        byId.putIfAbsent(place.place().getPlaceId(), place.place());
      }
    }
    List<PlaceReference> found = new ArrayList<>(byId.values());
    found.sort(Comparator.comparingInt(ContentReader::breadth));
    return found;
  }

  private static int breadth(PlaceReference place) {
    return switch (place.getPrecision()) {
      case POINT -> 0;
      case SETTLEMENT -> 1;
      case ADMIN2 -> 2;
      case ADMIN1 -> 3;
      case COUNTRY -> 4;
      case REGION -> 5;
      case UNKNOWN -> 6;
    };
  }

  /** Returns the ids of the entities named in a content, in text order. */
  List<String> entityIds(List<TextSpan> content) {
    Set<String> ids = new LinkedHashSet<>();
    for (NameMention mention : names.mentions()) {
      NamedEntity entity = mention.entity();
      if (entity != null && isInside(mention.span(), content)) {
        ids.add(entity.id());
      }
    }
    return List.copyOf(ids);
  }

  /** Returns the numbers of a content that are no dates and no parts of names. */
  List<FoundClaim.FoundQuantity> quantities(List<TextSpan> content) {
    List<TextSpan> taken = new ArrayList<>();
    names.mentions().forEach(mention -> taken.add(mention.span()));
    times.times().forEach(time -> taken.add(time.span()));
    taken.removeIf(span -> !isInside(span, content));
    List<FoundClaim.FoundQuantity> found = new ArrayList<>();
    for (TextSpan span : content) {
      found.addAll(quantityFinder.find(tokens(span), taken));
    }
    return found;
  }

  /**
   * Returns the time a content is about: the narrowest it names, else the narrowest of its framing.
   *
   * @return null when neither names one that could be resolved
   */
  @Nullable TimeMention time(List<TextSpan> content, List<TextSpan> framing) {
    TimeMention inside = narrowest(content);
    return inside != null ? inside : narrowest(framing);
  }

  private @Nullable TimeMention narrowest(List<TextSpan> spans) {
    TimeMention best = null;
    long shortest = Long.MAX_VALUE;
    List<TimeMention> all = times.times();
    for (int i = 0; i < all.size(); i++) {
      TimeMention time = all.get(i);
      if (time.from() == null || time.to() == null || !isInside(time.span(), spans)) {
        continue;
      }
      if (i + 1 < all.size() && isInside(all.get(i + 1).span(), spans)) {
        TimeMention range = range(time, all.get(i + 1));
        i += range == null ? 0 : 1;
        time = range == null ? time : range;
      }
      long days = time.to().toEpochDay() - time.from().toEpochDay();
      if (days < shortest) {
        best = time;
        shortest = days;
      }
    }
    return best;
  }

  /** "from October 1998 through May 2001", "between May 1 and May 15"; null when they are two. */
  private @Nullable TimeMention range(TimeMention first, TimeMention second) {
    if (first.from() == null || second.to() == null || second.to().isBefore(first.from())) {
      return null;
    }
    String text = document.text();
    String between = text.substring(first.span().end(), second.span().start()).strip();
    int start = first.span().start();
    String before = text.substring(Math.max(0, start - LOOK_BACK), start).stripTrailing();
    boolean spans =
        (endsWithWord(before, "from") && UNTIL.contains(between))
            || (endsWithWord(before, "between") && between.equals("and"));
    return spans
        ? new TimeMention(
            new TextSpan(first.span().start(), second.span().end()),
            first.from(),
            second.to(),
            first.anchor(),
            "range",
            null,
            null)
        : null;
  }

  private static boolean endsWithWord(String text, String word) {
    int start = text.length() - word.length();
    return start >= 0
        && text.regionMatches(true, start, word, 0, word.length())
        && (start == 0 || !Character.isLetter(text.charAt(start - 1)));
  }

  /** Tells whether the main clause of a content is negated. */
  boolean isNegated(List<TextSpan> content) {
    return mainClauseHas(content, WordLists.NEGATION);
  }

  /** Returns how sure the words themselves make a content sound. */
  Hedge hedge(List<TextSpan> content) {
    if (mainClauseHas(content, WordLists.HEDGE_REPORTED)) {
      return Hedge.REPORTED;
    }
    return mainClauseHas(content, WordLists.HEDGE_POSSIBLE) ? Hedge.POSSIBLE : Hedge.CERTAIN;
  }

  private boolean mainClauseHas(List<TextSpan> content, Set<String> words) {
    for (TextSpan span : content) {
      List<Token> tokens = tokens(span);
      for (int i = 0; i < tokens.size(); i++) {
        String lower = tokens.get(i).text().toLowerCase(Locale.ROOT);
        if (i > 1 && CLAUSE_ENDS.contains(lower)) {
          return false;
        }
        boolean month =
            lower.equals("may") && Character.isUpperCase(tokens.get(i).text().charAt(0));
        if (words.contains(lower) && !month) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the tokens that lie in a span. */
  List<Token> tokens(TextSpan span) {
    List<Token> all = document.tokens();
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() < span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int end = low;
    while (end < all.size() && all.get(end).end() <= span.end()) {
      end++;
    }
    return all.subList(low, end);
  }

  private static boolean isInside(TextSpan span, List<TextSpan> content) {
    for (TextSpan stretch : content) {
      if (stretch.overlaps(span)) {
        return true;
      }
    }
    return false;
  }
}

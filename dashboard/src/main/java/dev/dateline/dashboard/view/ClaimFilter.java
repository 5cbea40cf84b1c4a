package dev.dateline.dashboard.view;

import dev.dateline.schemas.avro.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which claims somebody wants to see; every part that is given must fit.
 *
 * @param verdicts any of these; empty for all
 * @param place id of the place, or part of its name or its country's code; null for any
 * @param claimant entity id of the claimant, or part of the name; null for any
 * @param source part of the outlet's name; null for any
 * @param text words that all stand in content, names, headline or outlet; null for any
 * @param entity id of an entity that claims it or is named in it; null for any
 * @param proposition id of its proposition; null for any
 */
public record ClaimFilter(
    Set<Verdict> verdicts,
    @Nullable String place,
    @Nullable String claimant,
    @Nullable String source,
    @Nullable String text,
    @Nullable String entity,
    @Nullable String proposition)
    implements Predicate<FeedClaim> {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Lets every claim pass. */
  public static final ClaimFilter ALL =
      new ClaimFilter(Set.of(), null, null, null, null, null, null);

  /** Takes parts of nothing but space as not given. */
  public ClaimFilter {
    verdicts = Set.copyOf(verdicts);
    place = given(place);
    claimant = given(claimant);
    source = given(source);
    text = given(text);
    entity = given(entity);
    proposition = given(proposition);
  }

  private static @Nullable String given(@Nullable String part) {
    return part == null || part.isBlank() ? null : part.strip();
  }

  @Override
  public boolean test(FeedClaim claim) {
    ClaimCard card = claim.card();
    return (verdicts.isEmpty() || verdicts.contains(Verdict.valueOf(card.verdict())))
        && (proposition == null || proposition.equals(card.propositionId()))
        && (entity == null || concerns(card, entity))
        && (place == null || isAt(card, place))
        && (claimant == null || matches(claimant, card.claimantId(), card.claimant()))
        && (source == null || contains(card.article().source(), source))
        && (text == null || containsAll(claim.searched(), text));
  }

  private static boolean concerns(ClaimCard card, String entity) {
    return entity.equals(card.claimantId())
        || entity.equals(card.subjectId())
        || card.entityIds().contains(entity);
  }

  private static boolean isAt(ClaimCard card, String wanted) {
    PlaceCard place = card.place();
    return place != null
        && (matches(wanted, place.id(), place.name())
            || wanted.equalsIgnoreCase(place.country())
            || contains(place.region(), wanted));
  }

  private static boolean matches(String wanted, @Nullable String id, @Nullable String name) {
    return wanted.equals(id) || contains(name, wanted);
  }

  private static boolean contains(@Nullable String whole, String part) {
    return whole != null && whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static boolean containsAll(String searched, String words) {
    return List.of(SPACE.split(words.toLowerCase(Locale.ROOT))).stream()
        .allMatch(searched::contains);
  }
}

package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.ClaimKind;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Polarity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attributed claim, in positions of the text.
 *
 * @param claimant who says it; null where the text names nobody
 * @param chain reporters around the claimant, outermost last
 * @param cue the words that mark the attribution; null for a quotation without any
 * @param content what is claimed, in text order; never empty
 * @param kind how the words are given
 * @param polarity whether the claimant affirms or denies the content
 * @param negated whether the content itself is negated
 * @param hedge how sure it is made to sound
 * @param places places the content is about, the most specific first
 * @param entityIds ids of the entities named in the content
 * @param quantities numbers in the content
 * @param from first day the content is about; null when unknown
 * @param to last day, inclusive; null exactly when {@code from} is
 * @param sentence the sentence that holds the cue, or the quotation
 */
public record FoundClaim(
    @Nullable Speaker claimant,
    List<Speaker> chain,
    @Nullable CueMention cue,
    List<TextSpan> content,
    ClaimKind kind,
    Polarity polarity,
    boolean negated,
    Hedge hedge,
    List<PlaceReference> places,
    List<String> entityIds,
    List<FoundQuantity> quantities,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    TextSpan sentence) {

  /**
   * Who says it.
   *
   * @param span the noun phrase as written
   * @param entity whom it stands for; null when it could not be told or has no name
   * @param role the role as written; null when none is
   * @param affiliation the organisation or country the role belongs to; null when none is written
   * @param anonymous whether the text keeps the name back
   */
  public record Speaker(
      TextSpan span,
      @Nullable NamedEntity entity,
      @Nullable String role,
      @Nullable String affiliation,
      boolean anonymous) {}

  /**
   * The words that mark the attribution.
   *
   * @param span where they stand
   * @param lemma dictionary form
   * @param cueClass what kind of act they report
   */
  public record CueMention(TextSpan span, String lemma, CueClass cueClass) {}

  /**
   * A number with its unit.
   *
   * @param span where it stands
   * @param low least value; null when open below
   * @param high greatest value; null when open above
   * @param unit what is counted, lower case; null when not stated
   */
  public record FoundQuantity(
      TextSpan span, @Nullable Double low, @Nullable Double high, @Nullable String unit) {}
}

package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Polarity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a passage where a cue verb stands, with its subject.
 *
 * @param cue the entry of the lexicon
 * @param forms which forms of the verb the word may be
 * @param verb index of the verb
 * @param group first item of its verb group
 * @param after one past the verb and its particle
 * @param subject who says it; null when nobody was found
 * @param place where the subject stands
 * @param passive whether the verb stands in the passive
 */
record CueSite(
    Cue cue,
    Set<CueLexicon.Form> forms,
    int verb,
    int group,
    int after,
    @Nullable Phrase subject,
    Place place,
    boolean passive) {

  /** Where a subject stands, seen from its verb. */
  enum Place {
    /** Right before it, but for insertions: "X said". */
    BEFORE,
    /** Right after it: "said X". */
    AFTER,
    /** It is another verb's, further off: "X left, adding". */
    SHARED,
    /** It is what a relative pronoun points back to: "X, who says". */
    ANTECEDENT
  }

  /** Keeps its own copy of the forms. */
  CueSite {
    forms = Set.copyOf(forms);
  }

  /** Returns the same place with a cue that denies its content. */
  CueSite denying() {
    Cue denial = new Cue(cue.lemma(), CueClass.DENY, Polarity.DENIED, cue.hedge(), cue.patterns());
    return new CueSite(denial, forms, verb, group, after, subject, place, passive);
  }

  /** Returns the first item of subject and verb together. */
  int from() {
    Phrase ahead = subject;
    return ahead == null || place != Place.BEFORE ? group : Math.min(group, ahead.from());
  }

  /** Tells whether the subject is not this verb's alone. */
  boolean shared() {
    return place == Place.SHARED || place == Place.ANTECEDENT;
  }

  /** Tells whether the subject follows the verb. */
  boolean inverted() {
    return place == Place.AFTER;
  }

  /** Tells whether the verb can only be an -ing form. */
  boolean isParticiple() {
    return forms.contains(CueLexicon.Form.ING) && !cue.takes(CuePattern.STATE);
  }

  /** Returns where the cue stands, auxiliaries included. */
  TextSpan span(Passage p) {
    return p.span(group, after);
  }
}

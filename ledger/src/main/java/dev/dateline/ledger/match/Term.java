package dev.dateline.ledger.match;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A content word of a proposition.
 *
 * @param name folded surface
 * @param stem folded form
 * @param kind what part it plays
 * @param weight how much it says: rarity, tempered by kind
 * @param concepts classes it belongs to, here, alone or in a phrase
 * @param country index of the country it stands for, -1 for none
 * @param entry its vector and senses; null when the word is not in the table
 * @param place index among the content's words; -1 for a word taken from claimant or place
 */
record Term(
    Names.Name name,
    String stem,
    Kind kind,
    float weight,
    BitSet concepts,
    int country,
    WordTable.@Nullable Entry entry,
    int place) {
  enum Kind {
    NAME,
    NOUN,
    VERB,
    MODIFIER
  }

  String lower() {
    return name.lower();
  }

  boolean isName() {
    return kind == Kind.NAME;
  }
}

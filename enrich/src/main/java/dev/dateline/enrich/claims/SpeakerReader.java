package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.text.TextSpan;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a claimant's noun phrase: who it stands for, the role, whose role it is. Immutable. */
final class SpeakerReader {

  private static final Set<String> OF = Set.of("of", "for", "at", "from", "in", "with");

  /** "R-Va.": a party and a state, no role. */
  private static final Pattern PARTY = Pattern.compile("\\(?[RDI]-[A-Z][A-Za-z.]{1,6}\\)?");

  private static final Set<String> INDEFINITE =
      Set.of(
          "a",
          "an",
          "one",
          "some",
          "several",
          "many",
          "two",
          "three",
          "four",
          "unnamed",
          "anonymous",
          "other",
          "another",
          "multiple");

  private final Names names;

  SpeakerReader(Names names) {
    this.names = names;
  }

  /** Returns what one can tell of a claimant. */
  FoundClaim.Speaker read(Passage p, Phrase phrase) {
    TextSpan core = p.span(phrase.coreFrom(), phrase.coreTo());
    NamedEntity entity = names.resolve(core).orElse(null);
    Role role = role(p, phrase);
    String written = role.role() != null || entity == null ? role.role() : entity.role();
    String affiliation =
        role.affiliation() != null || entity == null ? role.affiliation() : entity.affiliation();
    return new FoundClaim.Speaker(core, entity, written, affiliation, isAnonymous(p, phrase));
  }

  /**
   * A role with whose it is.
   *
   * @param role as written; null when none is
   * @param affiliation as written; null when none is
   */
  private record Role(@Nullable String role, @Nullable String affiliation) {}

  private static Role role(Passage p, Phrase phrase) {
    if (!isNamed(p, phrase)) {
      return new Role(null, null);
    }
    int from = phrase.from();
    int to = phrase.coreFrom();
    while (to > from && p.isComma(to - 1)) {
      to--;
    }
    if (to > from) {
      return split(p, from, to);
    }
    int after = phrase.coreTo();
    if (p.isComma(after)) {
      after++;
    }
    int end = after;
    while (end < phrase.to() && !p.isComma(end) && !p.isAny(end, Grammar.RELATIVE)) {
      end++;
    }
    boolean age = end - after == 1 && p.hasPos(after, "NUM");
    return end > after && !age ? split(p, after, end) : new Role(null, null);
  }

  /** "Ukraine's deputy defense minister", "the head of the group", "Pentagon spokesman". */
  private static Role split(Passage p, int first, int to) {
    int start = first;
    // "Washington-based think tank": the hyphen belongs to the name before it.
    while (start < to
        && (p.hasPos(start, "DET")
            || p.isAny(start, Grammar.POSSESSIVE)
            || p.isAny(start, WordLists.HONORIFIC)
            || p.isPunctuation(start))) {
      start++;
    }
    String whole = start < to ? text(p, start, to) : "";
    if (whole.isEmpty() || p.hasPos(start, "ADP") || PARTY.matcher(whole).matches()) {
      return new Role(null, null);
    }
    for (int i = start; i < to; i++) {
      if (Grammar.isPossessiveMark(p, i) && i > start && i + 1 < to) {
        return new Role(text(p, i + 1, to), text(p, start, i));
      }
    }
    int owner = start;
    while (owner < to && p.item(owner).mention() != null) {
      owner++;
    }
    boolean led =
        owner > start
            && owner < to
            && !p.isPunctuation(owner)
            && !p.isAny(start, WordLists.CHAMBER);
    for (int i = start + 1; i + 1 < to && !led; i++) {
      if (p.isAny(i, OF) && !p.is(i - 1, "-") && !p.isAny(i + 1, WordLists.PORTFOLIO)) {
        int whose = p.hasPos(i + 1, "DET") && i + 2 < to ? i + 2 : i + 1;
        return new Role(text(p, start, i), text(p, whose, to));
      }
    }
    return led ? new Role(text(p, owner, to), text(p, start, owner)) : new Role(whole, null);
  }

  private static String text(Passage p, int from, int to) {
    return p.span(from, to).of(p.text());
  }

  private static boolean isNamed(Passage p, Phrase phrase) {
    return p.item(phrase.coreTo() - 1).mention() != null || p.hasPos(phrase.coreTo() - 1, "PROPN");
  }

  private static boolean isAnonymous(Passage p, Phrase phrase) {
    String whole = text(p, phrase.from(), phrase.to()).toLowerCase(Locale.ROOT);
    if (whole.contains("anonymity")
        || whole.contains("not to be named")
        || whole.contains("not be named")) {
      return true;
    }
    int head = phrase.coreTo() - 1;
    for (int i = phrase.coreFrom() + 1; i < phrase.coreTo(); i++) {
      // "a number of bloggers": the bloggers speak. "people familiar with it": the people do.
      boolean counted = p.is(i, "of") && p.isAny(i - 1, WordLists.COUNTED_BY);
      boolean followed = p.isAny(i - 1, WordLists.ANONYMOUS) && p.hasPos(i, "ADJ");
      if (((p.hasPos(i, "ADP") || p.isAny(i, Grammar.RELATIVE)) && !counted) || followed) {
        head = i - 1;
        break;
      }
    }
    if (!p.isAny(head, WordLists.ANONYMOUS)) {
      return false;
    }
    boolean plural = p.lower(head).endsWith("s") || p.is(head, "people");
    return (plural && !p.is(phrase.coreFrom(), "the")) || p.isAny(phrase.coreFrom(), INDEFINITE);
  }
}

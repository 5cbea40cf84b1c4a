package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.names.variants.NameVariants;
import dev.dateline.enrich.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the role and affiliation written beside a person's name: before it ("U.S. national security
 * adviser Jake Sullivan", "Ukraine's deputy defense minister, Hannah Maliar") or behind it ("Sergey
 * Cherevaty, spokesman for the Eastern Military District"). Immutable; thread-safe.
 */
final class RoleFinder {

  private static final int FARTHEST = 12;

  private final Lexicon lexicon;
  private final NameVariants variants;

  RoleFinder(Lexicon lexicon, NameVariants variants) {
    this.lexicon = lexicon;
    this.variants = variants;
  }

  /** What was read beside one name. */
  record Role(String text, @Nullable String affiliation, Gender gender) {}

  /** Returns the role beside a person's name; null where none is written. */
  @Nullable Role find(Scene scene, TaggedName name) {
    Role before = before(scene, name);
    return before != null ? before : behind(scene, name);
  }

  private @Nullable Role before(Scene scene, TaggedName name) {
    int from = scene.from(name.sentence());
    int last = name.first() - 1;
    if (last >= from && scene.lower(last).equals(",")) {
      last--;
    }
    if (last < from) {
      return null;
    }
    TaggedName owner = scene.name(last);
    if (owner != null && !lexicon.isRole(scene.lower(last))) {
      return ofOwner(scene, owner, from);
    }
    int roleEnd = roleEnd(scene, last, from);
    return roleEnd < 0 ? null : premodified(scene, roleEnd, last + 1, from);
  }

  /** "head of the Wagner Group, Yevgeny Prigozhin". */
  private @Nullable Role ofOwner(Scene scene, TaggedName owner, int from) {
    int at = owner.first() - 1;
    if (at >= from && scene.lower(at).equals("the")) {
      at--;
    }
    if (at <= from || !isLink(scene.lower(at))) {
      return null;
    }
    int roleEnd = roleEnd(scene, at - 1, from);
    if (roleEnd < 0) {
      return null;
    }
    Role role = premodified(scene, roleEnd, at, from);
    return role == null ? null : new Role(role.text(), owner.text(), role.gender());
  }

  private static boolean isLink(String word) {
    return word.equals("of") || word.equals("for") || word.equals("at") || word.equals("in");
  }

  /** Returns the token of the role noun that ends at a token, -1 if there is none. */
  private int roleEnd(Scene scene, int last, int from) {
    if (lexicon.isRole(scene.lower(last))) {
      return last;
    }
    // "commander-in-chief" and "secretary general" end in a word that is no role by itself.
    for (int back = 1; back <= 4 && last - back >= from; back++) {
      String word = scene.lower(last - back);
      if (lexicon.isRole(word)) {
        return joinsRole(scene, last - back + 1, last) ? last - back : -1;
      }
    }
    return -1;
  }

  private static boolean joinsRole(Scene scene, int first, int last) {
    for (int i = first; i <= last; i++) {
      String word = scene.lower(i);
      if (!word.equals("-")
          && !word.equals("in")
          && !word.equals("chief")
          && !word.equals("general")
          && !word.equals("at")
          && !word.equals("large")
          && !word.equals("elect")) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Role premodified(Scene scene, int roleNoun, int end, int from) {
    int first = roleNoun;
    String affiliation = null;
    for (int i = roleNoun - 1; i >= from && roleNoun - i <= FARTHEST; i--) {
      TaggedName owner = scene.name(i);
      String word = scene.lower(i);
      if (owner != null && !lexicon.isRole(word)) {
        String country = variants.countryName(owner.text());
        affiliation = country == null ? owner.text() : country;
        break;
      }
      // "commander-in-chief"
      if (word.equals("in") && i > from && scene.lower(i - 1).equals("-")) {
        continue;
      }
      if (isPossessive(word)) {
        continue;
      }
      String country = variants.countryName(scene.tokens().get(i).text());
      if (country != null) {
        affiliation = country;
        break;
      }
      if (!isPartOfRole(scene.tokens().get(i))) {
        break;
      }
      first = i;
    }
    return new Role(
        text(scene, first, end), affiliation, lexicon.genderOfRole(scene.lower(roleNoun)));
  }

  private static boolean isPossessive(String word) {
    return word.equals("'s") || word.equals("’s") || word.equals("'") || word.equals("’");
  }

  private static boolean isPartOfRole(Token token) {
    return switch (token.pos()) {
      case "NOUN", "ADJ", "PROPN" -> Character.isLetter(token.text().charAt(0));
      default -> token.text().equals("-");
    };
  }

  /** ", spokesman for the Eastern Military District," behind the name. */
  private @Nullable Role behind(Scene scene, TaggedName name) {
    int to = scene.to(name.sentence());
    int i = name.end();
    if (i + 1 >= to || !scene.lower(i).equals(",")) {
      return null;
    }
    i++;
    while (i < to && scene.lower(i).matches("the|a|an|who|is|was|his|her|former|then|-")) {
      i++;
    }
    String affiliation = null;
    int start = i;
    int limit = Math.min(to, i + FARTHEST);
    while (i < limit && !lexicon.isRole(scene.lower(i))) {
      TaggedName owner = scene.name(i);
      String country = variants.countryName(scene.tokens().get(i).text());
      if (owner != null || country != null) {
        affiliation = owner == null ? country : owner.text();
        i = owner == null ? i + 1 : owner.end();
        start = i;
      } else if (isPossessive(scene.lower(i))) {
        i++;
        start = i;
      } else if (isPartOfRole(scene.tokens().get(i))) {
        i++;
      } else {
        return null;
      }
    }
    if (i >= limit) {
      return null;
    }
    int noun = i;
    int end = noun + 1;
    while (end < to && joinsRole(scene, end, end) && !scene.lower(end).matches("in|at")) {
      end++;
    }
    if (end + 2 < to && scene.lower(end).equals("in") && scene.lower(end + 1).equals("chief")) {
      end += 2;
    }
    if (affiliation == null && end < to && isLink(scene.lower(end))) {
      affiliation = object(scene, end + 1, to);
    }
    return new Role(text(scene, start, end), affiliation, lexicon.genderOfRole(scene.lower(noun)));
  }

  /** Returns the name behind "for the", or the capitalised words there; null if it is neither. */
  private static @Nullable String object(Scene scene, int from, int to) {
    int i = from;
    while (i < to && scene.lower(i).equals("the")) {
      i++;
    }
    if (i >= to) {
      return null;
    }
    TaggedName owner = scene.name(i);
    int end = owner == null ? i : owner.end();
    while (end < to && Character.isUpperCase(scene.tokens().get(end).text().charAt(0))) {
      end++;
    }
    return end == i ? null : text(scene, i, end);
  }

  private static String text(Scene scene, int from, int end) {
    int start = scene.tokens().get(from).start();
    return scene.document().text().substring(start, scene.tokens().get(end - 1).end());
  }
}

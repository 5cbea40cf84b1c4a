package dev.dateline.enrich.places;

import java.text.Normalizer;

/**
 * Turns spellings of a place name into one 64-bit key, so that "São Paulo", "SAO PAULO" and
 * "Sao-Paulo" meet without a string being built.
 *
 * <p>Case, diacritics, apostrophes and full stops do not count; words are joined whatever stands
 * between them; "St" is "Saint", "Mt" is "Mount" and "Ft" is "Fort". Two names have one key by
 * accident about once in 10<sup>13</sup> look-ups. Stateless and thread-safe.
 */
final class NameKey {

  /** The key of no words at all. */
  static final long EMPTY = 0;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int TABLE_SIZE = 0x1f00;
  private static final String[] FOLDED = foldedLatin();
  private static final long SAINT = word("saint");
  private static final long MOUNT = word("mount");
  private static final long FORT = word("fort");
  private static final long AND = word("and");

  private NameKey() {}

  /** Returns the key of a whole name. */
  static long of(String name) {
    WordScan words = WordScan.of(name);
    return of(words, 0, words.count());
  }

  /** Returns the key of some words of a text. */
  static long of(WordScan words, int from, int to) {
    long key = EMPTY;
    for (int word = from; word < to; word++) {
      key = join(key, words.key(word));
    }
    return key;
  }

  /** Returns the key of a name and one word more. */
  static long join(long key, long word) {
    long mixed = (Long.rotateLeft(key, 23) ^ word) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 29);
  }

  /** Returns the key of one word by itself, before it is joined to a name. */
  static long word(CharSequence text) {
    return word(text, 0, text.length());
  }

  /** Returns the key of the word at some place of a text. */
  static long word(CharSequence text, int start, int end) {
    long hash = OFFSET;
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        hash = (hash ^ c) * PRIME;
        letters++;
      } else if (c >= 'A' && c <= 'Z') {
        hash = (hash ^ (c + 32)) * PRIME;
        letters++;
      } else if (c < TABLE_SIZE) {
        String folded = FOLDED[c];
        for (int k = 0; k < folded.length(); k++) {
          hash = (hash ^ folded.charAt(k)) * PRIME;
          letters++;
        }
      } else if (Character.isLetterOrDigit(c)) {
        hash = (hash ^ Character.toLowerCase(c)) * PRIME;
        letters++;
      }
    }
    return letters > 3 ? hash : abbreviation(text, start, end, hash, letters);
  }

  private static long abbreviation(CharSequence text, int start, int end, long hash, int letters) {
    char first = text.charAt(start);
    if (letters == 2 && end - start == 2) {
      char second = text.charAt(start + 1);
      if (second == 't' || second == 'T') {
        return switch (first) {
          case 's', 'S' -> SAINT;
          case 'm', 'M' -> MOUNT;
          case 'f', 'F' -> FORT;
          default -> hash;
        };
      }
    }
    return letters == 0 && first == '&' ? AND : hash;
  }

  /** Returns the name in lower case without diacritics, apostrophes and full stops. */
  static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < TABLE_SIZE) {
        folded.append(FOLDED[c].isEmpty() && !isDropped(c) ? String.valueOf(c) : FOLDED[c]);
      } else {
        folded.append(c == '’' || c == '‘' ? "" : String.valueOf(Character.toLowerCase(c)));
      }
    }
    return folded.toString();
  }

  private static boolean isDropped(char c) {
    return c == '\'' || c == '.' || c == 'ʼ' || c == 'ʻ' || c == '`' || isMark(c);
  }

  private static boolean isMark(char c) {
    return (c >= '\u0300' && c <= '\u036f') || (c >= 'ʰ' && c <= '˿');
  }

  private static String[] foldedLatin() {
    String[] table = new String[TABLE_SIZE];
    for (char c = 0; c < TABLE_SIZE; c++) {
      table[c] = foldedLetter(c);
    }
    return table;
  }

  private static String foldedLetter(char c) {
    return switch (c) {
      case 'ß' -> "ss";
      case 'æ', 'Æ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      case 'ø', 'Ø' -> "o";
      case 'đ', 'Đ', 'ð', 'Ð' -> "d";
      case 'þ', 'Þ' -> "th";
      case 'ħ', 'Ħ' -> "h";
      case 'ı' -> "i";
      case 'ł', 'Ł' -> "l";
      case 'ŧ', 'Ŧ' -> "t";
      case 'ə', 'Ə' -> "a";
      default -> decomposedLetter(c);
    };
  }

  private static String decomposedLetter(char c) {
    StringBuilder folded = new StringBuilder();
    String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); i++) {
      char part = decomposed.charAt(i);
      if (Character.isLetterOrDigit(part) && !isMark(part)) {
        folded.append(Character.toLowerCase(part));
      }
    }
    return folded.toString();
  }
}

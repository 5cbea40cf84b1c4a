package dev.dateline.enrich.places;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the words beside a name tell about it: the table {@code context-words.tsv}. Immutable. */
final class ContextWords {

  /** The roles a word can have. */
  enum Role {
    REGION,
    COUNTY,
    STREET,
    ORGANISATION,
    EVENT,
    FACILITY,
    UNIT,
    TITLE,
    ROLE,
    PART,
    LOCATIVE,
    RELATION,
    SPEECH,
    BODY,
    CONJUNCTION,
    INSIDE,
    COMMON
  }

  private final Map<Long, Integer> roles = new HashMap<>();
  private final long[] keys;
  private final int[] masks;

  ContextWords() {
    for (String[] row : Table.rows("context-words.tsv", 2)) {
      Role role = Role.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String word : Table.values(row[1])) {
        add(word, role);
      }
    }
    for (String word : Table.lines("common-words.txt")) {
      add(word, Role.COMMON);
    }
    int capacity = Integer.highestOneBit(roles.size() * 4);
    keys = new long[capacity];
    masks = new int[capacity];
    roles.forEach(this::put);
  }

  private void add(String word, Role role) {
    roles.merge(NameKey.word(word), bit(role), (a, b) -> a | b);
  }

  private void put(long key, int mask) {
    int slot = slot(key);
    while (masks[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    masks[slot] = mask;
  }

  private int slot(long key) {
    return (int) (key ^ (key >>> 32)) & (keys.length - 1);
  }

  /** Tells whether the word with this key has the role. */
  boolean is(long key, Role role) {
    int slot = slot(key);
    while (masks[slot] != 0) {
      if (keys[slot] == key) {
        return (masks[slot] & bit(role)) != 0;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return false;
  }

  private static int bit(Role role) {
    return switch (role) {
      case REGION -> 1;
      case COUNTY -> 1 << 1;
      case STREET -> 1 << 2;
      case ORGANISATION -> 1 << 3;
      case EVENT -> 1 << 4;
      case FACILITY -> 1 << 5;
      case TITLE -> 1 << 6;
      case ROLE -> 1 << 7;
      case PART -> 1 << 8;
      case LOCATIVE -> 1 << 9;
      case RELATION -> 1 << 10;
      case SPEECH -> 1 << 11;
      case BODY -> 1 << 12;
      case CONJUNCTION -> 1 << 13;
      case INSIDE -> 1 << 14;
      case COMMON -> 1 << 15;
      case UNIT -> 1 << 16;
    };
  }
}

package dev.dateline.enrich.text;

import java.util.Random;

/** Makes texts of every kind of character, the same for the same seed. */
public final class RandomText {

  private static final String[] PIECES = {
    "the ",
    "Kyiv ",
    "said ",
    "“",
    "” ",
    "’s ",
    "‘",
    "'",
    "\"",
    ". ",
    ".",
    "? ",
    "… ",
    "\n",
    "\r\n",
    "\u2028",
    " ",
    "\u00a0",
    "\t",
    "\u200b",
    "\u200d",
    "\ufeff",
    "😀",
    "👩‍👩‍👧",
    "𝔸",
    "e\u0301",
    "\u0301",
    "é",
    "ß",
    "שלום ",
    "مرحبا ",
    "\u202e",
    "日本語",
    "ไทย",
    "U.S. ",
    "Mr. ",
    "J. ",
    "3.5 ",
    "1,000 ",
    "2023-05-25 ",
    "May 3 ",
    "on Tuesday ",
    "two weeks ago ",
    "1939–45 ",
    "don't ",
    "F-16 ",
    "http://a.b/c?d ",
    "@x ",
    "#y ",
    "— ",
    "- ",
    "--",
    "(",
    ")",
    "[",
    "]",
    "\u0000",
    "\ud83d",
    "\ude00",
    ",",
    ";",
    ":",
    "/",
    "&",
    "$5 ",
    "%",
    "a",
    "B",
    "7",
    "according to ",
    "denied ",
    "Ukraine "
  };

  private RandomText() {}

  /** Returns a text of about that many pieces. */
  public static String make(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      if (random.nextInt(20) == 0) {
        text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      } else {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}

package dev.dateline.dashboard.view;

import org.jspecify.annotations.Nullable;

/** Cuts strings to a size that a view can hold many of. */
final class Clip {

  static final int NAME = 200;
  static final int LINE = 400;
  static final int PARAGRAPH = 2_000;

  private Clip() {}

  /** Returns at most that many UTF-16 units of the text, with an ellipsis where it was cut. */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /** Returns the same, null for null. */
  static @Nullable String orNull(@Nullable String text, int most) {
    return text == null ? null : of(text, most);
  }

  /** Returns about how many bytes a string takes in memory; 0 for null. */
  static long bytes(@Nullable String text) {
    // Most news is Latin 1, a byte a letter; the rest counts double, which is close enough.
    return text == null ? 0 : 48L + text.length();
  }
}

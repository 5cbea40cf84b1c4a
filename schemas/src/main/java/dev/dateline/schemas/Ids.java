package dev.dateline.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes the stable ids of articles, claims, propositions and alerts. Thread-safe. */
public final class Ids {

  private static final int ID_DIGITS = 32;

  private Ids() {}

  /** Returns the 64 lower-case hexadecimal digits of the SHA-256 of the text's UTF-8 bytes. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the 64 lower-case hexadecimal digits of the SHA-256 of the bytes. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns 32 hexadecimal digits that depend on every part and on where one part ends. */
  public static String of(String... parts) {
    return sha256(String.join("\u0000", parts)).substring(0, ID_DIGITS);
  }
}

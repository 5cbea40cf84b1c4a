package dev.dateline.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Reads bytes as characters: by their byte order mark, else by the declared character set, else as
 * UTF-8, and says so when that does not fit.
 *
 * <p>Bytes that are no UTF-8 but mostly look like it keep their good characters and get U+FFFD for
 * the bad ones; others are read as windows-1252, what most such files are, or, where few of their
 * letters are Latin, as what juniversalchardet takes them for. As in HTML, a declared ISO-8859-1 or
 * US-ASCII means windows-1252. Thread-safe.
 */
public final class TextDecoder {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Greatest share of control bytes in a text; random bytes have a tenth. */
  private static final double CONTROL_SHARE = 0.02;

  /** A stretch of ASCII, in bytes, that is worth a string of its own. */
  private static final int LONG_ASCII = 32;

  private static final double UTF_16_ZERO_SHARE = 0.4;

  private TextDecoder() {}

  /** Returns the characters, or empty when the bytes are not text. */
  public static Optional<DecodedText> decode(byte[] bytes, @Nullable Charset declared) {
    Optional<Mark> mark = Mark.of(bytes);
    if (mark.isPresent()) {
      return Optional.of(as(bytes, mark.get().length(), mark.get().charset()));
    }
    if (hasControls(bytes)) {
      Charset wide = unmarkedUtf16(bytes);
      if (wide != null) {
        return Optional.of(as(bytes, 0, wide));
      }
      if (isBinary(bytes)) {
        return Optional.empty();
      }
    }
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
      return Optional.of(as(bytes, 0, asBrowsersDo(declared)));
    }
    return Optional.of(asUtf8OrLegacy(bytes));
  }

  private static DecodedText asUtf8OrLegacy(byte[] bytes) {
    String text = utf8(bytes);
    if (text.indexOf('\uFFFD') < 0 || isUtf8(bytes)) {
      return new DecodedText(text, List.of());
    }
    long bad = text.chars().filter(c -> c == '\uFFFD').count();
    long good = text.codePoints().filter(c -> c > 0x7F && c != 0xFFFD).count();
    return good >= bad
        ? new DecodedText(
            text, List.of("not all of it is UTF-8: U+FFFD stands in " + bad + " places"))
        : asLegacy(bytes);
  }

  /**
   * Returns what the JDK's decoder does, which goes byte by byte from the first character on that
   * is no ASCII, and so through most of a page or feed with one quotation mark.
   */
  private static String utf8(byte[] bytes) {
    int plain = endOfAscii(bytes, 0);
    if (plain == bytes.length) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(bytes.length);
    int start = 0;
    while (start < bytes.length) {
      text.append(new String(bytes, start, plain - start, StandardCharsets.ISO_8859_1));
      int mixed = plain;
      int end = mixed;
      while (end < bytes.length && plain - end < LONG_ASCII) {
        end = plain;
        while (end < bytes.length && bytes[end] < 0) {
          end++;
        }
        plain = endOfAscii(bytes, end);
      }
      text.append(new String(bytes, mixed, end - mixed, StandardCharsets.UTF_8));
      start = end;
    }
    return text.toString();
  }

  private static int endOfAscii(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] >= 0) {
      end++;
    }
    return end;
  }

  private static DecodedText asLegacy(byte[] bytes) {
    Charset guessed = isForeign(bytes) ? guess(bytes) : WINDOWS_1252;
    return new DecodedText(
        new String(bytes, guessed),
        List.of("not UTF-8: read as " + guessed.name().toLowerCase(Locale.ROOT)));
  }

  /**
   * Tells whether most letters outside the markup are none of the Latin alphabet: of the others, a
   * guess by a few accents would be wrong more often than windows-1252.
   */
  private static boolean isForeign(byte[] bytes) {
    boolean markup = false;
    int latin = 0;
    int others = 0;
    for (byte b : bytes) {
      if (b == '<' || b == '>') {
        markup = b == '<';
      } else if (!markup) {
        others += b < 0 ? 1 : 0;
        latin += (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') ? 1 : 0;
      }
    }
    return others > latin;
  }

  private static Charset guess(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes);
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    try {
      Charset charset = found == null ? WINDOWS_1252 : Charset.forName(found);
      return new String(bytes, charset).indexOf('\uFFFD') < 0 ? charset : WINDOWS_1252;
    } catch (IllegalArgumentException e) {
      return WINDOWS_1252; // a name that this Java does not know
    }
  }

  /** Tells whether that is what the bytes are; a text may hold U+FFFD of its own. */
  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static DecodedText as(byte[] bytes, int skip, Charset charset) {
    String text = new String(bytes, skip, bytes.length - skip, charset);
    long bad = text.indexOf('\uFFFD') < 0 ? 0 : text.chars().filter(c -> c == '\uFFFD').count();
    return new DecodedText(
        text,
        bad == 0
            ? List.of()
            : List.of("not all of it is " + charset + ": U+FFFD stands in " + bad + " places"));
  }

  private static Charset asBrowsersDo(Charset declared) {
    return declared.equals(StandardCharsets.ISO_8859_1)
            || declared.equals(StandardCharsets.US_ASCII)
        ? WINDOWS_1252
        : declared;
  }

  private static boolean hasControls(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && isControl(b)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBinary(byte[] bytes) {
    int controls = 0;
    for (byte b : bytes) {
      controls += isControl(b) ? 1 : 0;
    }
    return controls > Math.max(1, bytes.length * CONTROL_SHARE);
  }

  private static boolean isControl(byte b) {
    boolean layout = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1B || b == '\b';
    return b >= 0 && b < ' ' && !layout;
  }

  private static @Nullable Charset unmarkedUtf16(byte[] bytes) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    double enough = bytes.length * UTF_16_ZERO_SHARE;
    if (odd > enough && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return even > enough && odd == 0 ? StandardCharsets.UTF_16BE : null;
  }

  private record Mark(Charset charset, int length) {

    static Optional<Mark> of(byte[] bytes) {
      if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
        return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
      }
      if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
        return Optional.of(new Mark(Charset.forName("UTF-32LE"), 4));
      }
      if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
        return Optional.of(new Mark(Charset.forName("UTF-32BE"), 4));
      }
      if (startsWith(bytes, 0xFF, 0xFE)) {
        return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
      }
      if (startsWith(bytes, 0xFE, 0xFF)) {
        return Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
      }
      return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
      if (bytes.length < expected.length) {
        return false;
      }
      for (int i = 0; i < expected.length; i++) {
        if ((bytes[i] & 0xFF) != expected[i]) {
          return false;
        }
      }
      return true;
    }
  }
}

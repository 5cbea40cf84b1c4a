package dev.dateline.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Windows line ends           | 'one\\r\\ntwo'        | 'one\\ntwo'
          old Macintosh line ends     | 'one\\rtwo'           | 'one\\ntwo'
          line and paragraph marks    | 'a\\u2028b\\u2029c'   | 'a\\nb\\nc'
          space at line ends          | 'one \\t\\ntwo'       | 'one\\ntwo'
          blank lines stay            | 'one\\n\\n\\ntwo'     | 'one\\n\\n\\ntwo'
          space at both ends          | ' \\n one \\n '       | 'one'
          tabs inside stay            | 'a\\tb'               | 'a\\tb'
          decomposed letters          | 'Zu\\u0308rich'       | 'Z\\u00FCrich'
          soft hyphens                | 'Bach\\u00ADmut'      | 'Bachmut'
          byte order marks            | '\\uFEFFone'          | 'one'
          zero bytes                  | 'o\\u0000ne'          | 'one'
          half a surrogate pair       | 'a\\uD83Db'           | 'a\\uFFFDb'
          a whole surrogate pair      | 'a\\uD83D\\uDE00b'    | 'a\\uD83D\\uDE00b'
          """)
  void bringsToOneForm(String what, String given, String expected) {
    assertThat(TextNormalizer.normalize(unescape(given)).text()).isEqualTo(unescape(expected));
  }

  @Test
  void saysWhatWasLost() {
    assertThat(TextNormalizer.normalize("a\u0000b\u0007c\uD800").warnings())
        .containsExactly(
            "2 control characters removed", "1 half surrogate pair replaced by U+FFFD");
    assertThat(TextNormalizer.normalize("Zu\u0308rich\r\n").warnings()).isEmpty();
  }

  @Test
  void doingItTwiceChangesNothingWhateverTheText() {
    Random random = new Random(20230525);
    for (int round = 0; round < 2_000; round++) {
      String given = randomText(random);
      String once = TextNormalizer.normalize(given).text();
      NormalizedText twice = TextNormalizer.normalize(once);
      assertThat(twice.text()).isEqualTo(once);
      assertThat(twice.warnings()).isEmpty();
      assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(5)) {
        case 0 -> text.append((char) random.nextInt(0x40));
        case 1 -> text.append((char) (0x2000 + random.nextInt(0x40)));
        case 2 -> text.append((char) (0x300 + random.nextInt(0x40)));
        case 3 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 4 -> text.append((char) ('a' + random.nextInt(26)));
        default -> throw new AssertionError();
      }
    }
    return text.toString();
  }

  private static String unescape(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) != '\\') {
        text.append(escaped.charAt(i));
      } else if (escaped.charAt(i + 1) == 'u') {
        text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        char letter = escaped.charAt(++i);
        text.append(letter == 'n' ? '\n' : letter == 'r' ? '\r' : '\t');
      }
    }
    return text.toString();
  }
}

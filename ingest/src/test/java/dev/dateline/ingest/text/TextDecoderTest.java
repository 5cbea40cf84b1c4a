package dev.dateline.ingest.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  private static final String LONG = "more letters of ASCII than are decoded with the others. ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "all of it ASCII",
        "“quoted”",
        LONG + "“" + LONG + "”, he said" + LONG + LONG,
        "Бахмут, " + LONG + "Соледар – " + LONG + "é",
        "short ” runs ” of ” ASCII ” then " + LONG + "😀",
      })
  void utf8GivesTheCharactersThatWereWritten(String text) {
    assertThat(decoded(text.getBytes(UTF_8))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00E2", "\u00E2\u0082", "\u00F0\u009F\u0098", "\u00FF", "\u00ED\u00A0"})
  void aBrokenCharacterTakesNothingOfTheAsciiAfterIt(String bytes) {
    byte[] text = (LONG + "é ü ö ß ä é ü ö" + LONG).getBytes(UTF_8);
    byte[] broken = (new String(text, ISO_8859_1) + bytes + LONG).getBytes(ISO_8859_1);
    assertThat(decoded(broken)).isEqualTo(new String(broken, UTF_8)).endsWith("\uFFFD" + LONG);
  }

  @Test
  void whatIsNoUtf8IsReadAsBrowsersDo() {
    String text = LONG + "“caf\u00E9”" + LONG;
    assertThat(decoded(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
  }

  private static String decoded(byte[] bytes) {
    return TextDecoder.decode(bytes, null).orElseThrow().text();
  }
}

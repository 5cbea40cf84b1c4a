package dev.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {

  private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The president said on Tuesday that troops would withdraw.
          en | Russian missiles hit Odesa overnight
          en | Zelensky: Russia lost
          en | Fire in Texas
          en | Police arrested three men Monday
          de | Der Präsident sagte am Dienstag, dass die Truppen abziehen würden.
          fr | Le président a déclaré mardi que les troupes se retireraient.
          es | El presidente dijo el martes que las tropas se retirarían.
          nl | De president zei dinsdag dat de troepen zich zouden terugtrekken uit de stad.
          ru | Президент сказал во вторник, что войска уйдут.
          ja | 大統領は火曜日に軍隊が撤退すると述べた。
          und | 12345 67 …
          """)
  void tellsTheLanguage(String language, String text) {
    assertThat(LANGUAGES.identify(null, text)).isEqualTo(language);
  }

  @Test
  void aForeignTextIsNotEnglishForAFewEnglishWords() {
    String text =
        "Der Konzern stellte das neue Album „The End of the World“ vor. Es erscheint im Herbst und wird "
            + "von der Kritik mit Spannung erwartet, sagte ein Sprecher des Unternehmens in Berlin.";

    assertThat(LANGUAGES.identify("Das neue Album", text)).isEqualTo("de");
  }
}

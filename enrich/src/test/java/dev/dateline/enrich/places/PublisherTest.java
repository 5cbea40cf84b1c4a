package dev.dateline.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherTest {

  @ParameterizedTest
  @CsvSource({"bbc.co.uk, GB", "www.spiegel.de, DE", "ABC.NET.AU, AU", "pravda.com.ua, UA"})
  void theEndingOfAHostNamesTheCountry(String source, String country) {
    assertThat(Publisher.countryOf(source)).contains(country);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reuters.com", "start.io", "BBC News", "St. Petersburg Times", "", "x."})
  void othersNameNone(String source) {
    assertThat(Publisher.countryOf(source)).isEmpty();
  }

  @Test
  void noSourceNamesNone() {
    assertThat(Publisher.countryOf(null)).isEmpty();
  }
}

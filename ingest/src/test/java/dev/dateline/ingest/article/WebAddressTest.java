package dev.dateline.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://Example.ORG/News/One, https://example.org/News/One",
    "HTTPS://example.org:443/one, https://example.org/one",
    "http://example.org:8080/one, http://example.org:8080/one",
    "https://example.org, https://example.org/",
    "https://example.org/one#comments, https://example.org/one",
    "https://example.org/one#0, https://example.org/one",
    "https://example.org/one#xtor=RSS-1, https://example.org/one",
    "https://example.org/live#post-12, https://example.org/live#post-12",
    "https://example.org/app#!/story/1, https://example.org/app#!/story/1",
    "https://example.org/one?utm_source=x&id=7&fbclid=abc, https://example.org/one?id=7",
    "https://example.org/one?utm_source=x, https://example.org/one",
    "https://example.org/a b, https://example.org/a%20b",
    "https://example.org/50%, https://example.org/50%25",
    "https://example.org/50%25, https://example.org/50%25",
  })
  void hasOneForm(String given, String expected) {
    assertThat(WebAddress.canonical(given)).contains(expected);
    assertThat(WebAddress.canonical(expected)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "htp://x", "/news/one", "mailto:a@example.org", "https://", "file:/x"})
  void refusesWhatIsNoWebAddress(String given) {
    assertThat(WebAddress.canonical(given)).isEmpty();
  }
}

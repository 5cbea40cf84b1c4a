package dev.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people write them and servers send them. */
final class HttpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://example.org/a b, http://example.org/a%20b",
    "' https://example.org/x#part ', https://example.org/x",
    "https://müller.example:8443/ü?q=ö, https://xn--mller-kva.example:8443/%C3%BC?q=%C3%B6",
    "http://example.org/100%/x%20y, http://example.org/100%25/x%20y",
    "http://example.org/{a}|b, http://example.org/%7Ba%7D%7Cb",
    "HTTP://Example.org, HTTP://Example.org",
  })
  void isRead(String written, String address) {
    assertThat(HttpAddress.parse(written)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "/path",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http:///x",
        "http://",
        "javascript:alert(1)",
        "http://example.org:99999/",
        "http://exa mple.org/"
      })
  void isNone(String written) {
    assertThat(HttpAddress.parse(written)).isEmpty();
  }

  @Test
  void referencesAreResolvedAgainstTheirPage() {
    URI base = URI.create("http://example.org/a/b?c");

    assertThat(HttpAddress.resolve(base, "d e")).contains(URI.create("http://example.org/a/d%20e"));
    assertThat(HttpAddress.resolve(base, "/d")).contains(URI.create("http://example.org/d"));
    assertThat(HttpAddress.resolve(base, "?d")).contains(URI.create("http://example.org/a/b?d"));
    assertThat(HttpAddress.resolve(base, "//other.example/d"))
        .contains(URI.create("http://other.example/d"));
    assertThat(HttpAddress.resolve(base, "mailto:x@example.org")).isEqualTo(Optional.empty());
  }
}

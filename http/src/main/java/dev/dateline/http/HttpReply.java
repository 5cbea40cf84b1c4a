package dev.dateline.http;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer, with its body unpacked. Immutable but for the body, which is not copied. */
public final class HttpReply {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([-\\w:.]+)", Pattern.CASE_INSENSITIVE);

  private final int status;
  private final URI uri;
  private final URI permanentUri;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final boolean complete;

  HttpReply(
      int status,
      URI uri,
      URI permanentUri,
      Map<String, List<String>> headers,
      byte[] body,
      boolean complete) {
    this.status = status;
    this.uri = uri;
    this.permanentUri = permanentUri;
    this.headers = headers;
    this.body = body;
    this.complete = complete;
  }

  /** Returns the status, 200 to 599. */
  public int status() {
    return status;
  }

  /** Tells whether the status is one of success, 200 to 299. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Tells whether the status sends on to another address. */
  public boolean isRedirect() {
    return (status >= 301 && status <= 303) || status == 307 || status == 308;
  }

  /**
   * Returns where a redirect that was not followed sends to; empty when it is none, or sends to no
   * http or https address.
   */
  public Optional<URI> redirectTarget() {
    return isRedirect()
        ? header("location").flatMap(location -> HttpAddress.resolve(uri, written(location)))
        : Optional.empty();
  }

  /** Tells whether the status sends on for good, 301 or 308. */
  public boolean isPermanentRedirect() {
    return status == 301 || status == 308;
  }

  /** Returns a header's value as its bytes are meant: in UTF-8. */
  static String written(String value) {
    return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Returns the address that answered, after all redirects. */
  public URI uri() {
    return uri;
  }

  /**
   * Returns the address to ask from now on: the last one that only permanent redirects (301, 308)
   * led to, so the address asked where there was none.
   */
  public URI permanentUri() {
    return permanentUri;
  }

  /** Returns a header's first value, by its name in any case; empty when there is none. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Returns all headers: names in lower case, values in their order. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** Returns the media type without parameters, in lower case; empty when none is stated. */
  public Optional<String> mediaType() {
    return header("content-type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty());
  }

  /** Returns the character set of the media type; empty when none is stated or nobody knows it. */
  public Optional<Charset> charset() {
    Matcher stated = CHARSET.matcher(header("content-type").orElse(""));
    if (!stated.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(stated.group(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the body after decompression; empty when there is none. */
  public byte[] body() {
    return body;
  }

  /**
   * Tells whether the body came whole; if not, the connection ended before the length that was
   * announced, and the body is what came until then.
   */
  public boolean isComplete() {
    return complete;
  }

  @Override
  public String toString() {
    return status + " from " + uri + ", " + body.length + " bytes";
  }
}

package dev.dateline.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads web addresses as people write them and servers send them.
 *
 * <p>White space and other characters that an address may not hold are percent-encoded as UTF-8, an
 * international host name gets its ASCII form, a fragment goes. Thread-safe.
 */
public final class HttpAddress {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?i)^(https?://)([^/?#]*)(.*)$", Pattern.DOTALL);
  private static final String UNRESERVED = "-._~:/?#[]@!$&'()*+,;=%";

  private HttpAddress() {}

  /** Returns the address; empty when it is not a whole http or https address with a host. */
  public static Optional<URI> parse(String written) {
    String ascii = encode(written.strip());
    Matcher matcher = AUTHORITY.matcher(written.strip());
    try {
      if (matcher.matches()) {
        ascii = matcher.group(1) + authority(matcher.group(2)) + encode(matcher.group(3));
      }
      return checked(new URI(ascii));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the address that a reference on a page at the base leads to; empty likewise. */
  public static Optional<URI> resolve(URI base, String reference) {
    Optional<URI> whole = parse(reference);
    if (whole.isPresent()) {
      return whole;
    }
    try {
      String encoded = encode(reference.strip());
      // The JDK puts a query alone beside the last segment of the path instead of behind it.
      URI resolved =
          encoded.startsWith("?")
              ? new URI(withoutQuery(base) + encoded)
              : base.resolve(new URI(encoded));
      return checked(resolved);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String withoutQuery(URI base) {
    String path = base.getRawPath();
    return base.getScheme() + "://" + base.getRawAuthority() + (path == null ? "" : path);
  }

  private static Optional<URI> checked(URI uri) throws URISyntaxException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https"))
        || uri.getHost() == null
        || uri.getPort() > 65_535
        || uri.getPort() == 0) {
      return Optional.empty();
    }
    String whole = uri.toString();
    int fragment = whole.indexOf('#');
    return Optional.of(fragment < 0 ? uri : new URI(whole.substring(0, fragment)));
  }

  private static String authority(String written) {
    int at = written.lastIndexOf('@');
    String user = at < 0 ? "" : encode(written.substring(0, at)) + "@";
    String hostAndPort = written.substring(at + 1);
    boolean ascii = hostAndPort.chars().allMatch(c -> c < 0x80);
    if (ascii) {
      return user + hostAndPort;
    }
    int colon = hostAndPort.lastIndexOf(':');
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    return user + IDN.toASCII(host) + (colon < 0 ? "" : hostAndPort.substring(colon));
  }

  private static String encode(String written) {
    StringBuilder encoded = new StringBuilder(written.length());
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      boolean stays = alphanumeric || UNRESERVED.indexOf(c) >= 0;
      if (c == '\t' || c == '\n' || c == '\r') {
        continue; // as browsers do
      }
      if (stays && !(c == '%' && !isEscape(bytes, i))) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  private static boolean isEscape(byte[] bytes, int percent) {
    return percent + 2 < bytes.length
        && Character.digit(bytes[percent + 1], 16) >= 0
        && Character.digit(bytes[percent + 2], 16) >= 0;
  }
}

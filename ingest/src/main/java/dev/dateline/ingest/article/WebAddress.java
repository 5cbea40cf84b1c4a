package dev.dateline.ingest.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings web addresses to one form, so that the same page has the same article id whoever links it.
 *
 * <p>Scheme and host in lower case, no default port, no fragment, no tracking parameters, white
 * space and other characters that a URL may not hold percent-encoded. A fragment stays that names
 * an article of its own, as those of a live blog: "#post-12", "#!/story/1". Everything else stays:
 * a trailing slash or a parameter may matter to the server. Thread-safe.
 */
public final class WebAddress {

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "msclkid",
          "yclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "ocid",
          "cmpid",
          "ftag",
          "at_medium",
          "at_campaign");

  /** Not "#comments", nor what only counts visits or versions: "#xtor=RSS-1", "#0". */
  private static final Pattern ARTICLE =
      Pattern.compile("!?/\\S+|(?=[^=]*\\d)[A-Za-z][A-Za-z_]{2,}[\\w.:\\-]*");

  private WebAddress() {}

  /** Returns the address in its one form; empty when it is not a whole http or https address. */
  public static Optional<String> canonical(String given) {
    URI uri = parse(given.strip());
    if (uri == null || uri.getScheme() == null || uri.getHost() == null) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    StringBuilder address = new StringBuilder(scheme).append("://");
    address.append(uri.getHost().toLowerCase(Locale.ROOT));
    int defaultPort = scheme.equals("http") ? 80 : 443;
    if (uri.getPort() != -1 && uri.getPort() != defaultPort) {
      address.append(':').append(uri.getPort());
    }
    String path = uri.getRawPath();
    address.append(path == null || path.isEmpty() ? "/" : path);
    String query = withoutTracking(uri.getRawQuery());
    if (!query.isEmpty()) {
      address.append('?').append(query);
    }
    String fragment = uri.getRawFragment();
    if (fragment != null && ARTICLE.matcher(fragment).matches()) {
      address.append('#').append(fragment);
    }
    return Optional.of(address.toString());
  }

  /** Returns a canonical address's host without a leading "www.". */
  static @Nullable String host(String canonical) {
    URI uri = parse(canonical);
    String host = uri == null ? null : uri.getHost();
    return host != null && host.startsWith("www.") ? host.substring(4) : host;
  }

  private static String withoutTracking(@Nullable String query) {
    if (query == null) {
      return "";
    }
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !isTracking(parameter.split("=", 2)[0].toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining("&"));
  }

  private static boolean isTracking(String name) {
    return name.startsWith("utm_") || TRACKING.contains(name);
  }

  private static @Nullable URI parse(String given) {
    try {
      return new URI(encodeForbidden(given));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String encodeForbidden(String given) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if ((c == '%' && !startsEscape(given, i)) || " \"<>\\^`{|}".indexOf(c) >= 0) {
        encoded.append(String.format("%%%02X", (int) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  private static boolean startsEscape(String given, int percent) {
    return percent + 2 < given.length()
        && Character.digit(given.charAt(percent + 1), 16) >= 0
        && Character.digit(given.charAt(percent + 2), 16) >= 0;
  }
}

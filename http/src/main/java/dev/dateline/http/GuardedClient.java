package dev.dateline.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests to servers that nobody vouches for.
 *
 * <pre>{@code
 * try (GuardedClient client = GuardedClient.open(HttpSettings.defaults())) {
 *   HttpReply reply = client.send(OutboundRequest.get(uri).ifChanged(etag, lastModified));
 * }
 * }</pre>
 *
 * <p>Only http and https, and only to addresses that the settings allow: checked on the very
 * addresses the socket is opened to, on every redirect anew. The body is limited in length after
 * decompression and in its ratio to what was sent; the whole exchange has one deadline; redirects
 * are counted. No cookies, no proxy, no retries but one: a GET whose kept connection turned out to
 * be closed. Credentials in the address become an Authorization header; a redirect to another
 * origin does not take it along. Statuses are no failures. Thread-safe; close it.
 */
public final class GuardedClient implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 256;
  private static final int MOST_CONNECTIONS_OF_A_HOST = 16;
  private static final int LONGEST_HEADER_LINE = 32 * 1024;
  private static final int MOST_HEADERS = 200;
  private static final Set<String> SECRETS = Set.of("authorization", "cookie");

  private final HttpSettings settings;
  private final VettedResolver resolver;
  private final Deadlines deadlines = new Deadlines();
  private final CloseableHttpClient client;

  private GuardedClient(HttpSettings settings, HostLookup lookup) {
    this.settings = settings;
    this.resolver = new VettedResolver(lookup, settings.addresses(), settings.connectTimeout());
    this.client = client(settings, resolver);
  }

  /** Returns a client that keeps the limits. */
  public static GuardedClient open(HttpSettings settings) {
    return open(settings, InetAddress::getAllByName);
  }

  static GuardedClient open(HttpSettings settings, HostLookup lookup) {
    return new GuardedClient(settings, lookup);
  }

  private static CloseableHttpClient client(HttpSettings settings, VettedResolver resolver) {
    Http1Config http =
        Http1Config.custom()
            .setMaxLineLength(LONGEST_HEADER_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .build();
    // Addresses in Location come as raw bytes now and then: Latin-1 keeps each of them.
    CharCodingConfig characters =
        CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .charCodingConfig(characters)
                        // The client's own parser skips junk before an answer; this one refuses it.
                        .responseParserFactory(new DefaultHttpResponseParserFactory(http))
                        .build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.idleTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(200))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setDefaultTlsConfig(
                    TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(settings.connectTimeout()))
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS_OF_A_HOST)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.deadline()))
                .setResponseTimeout(Timeout.of(settings.idleTimeout()))
                .setAuthenticationEnabled(false)
                .build())
        .setUserAgent(settings.userAgent())
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .evictIdleConnections(TimeValue.ofSeconds(30))
        .build();
  }

  /**
   * Makes the request and returns the answer, whatever its status.
   *
   * <p>Waits no longer than the deadline. May be called from many threads.
   */
  public HttpReply send(OutboundRequest request) throws HttpFailure {
    URI permanent = checked(request.uri());
    boolean permanentSoFar = true;
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    URI uri = withoutCredentials(permanent, headers);
    try (Deadlines.Deadline deadline = deadlines.start(request.deadlineOr(settings.deadline()))) {
      for (int redirects = 0; ; redirects++) {
        HttpReply reply = exchange(request, uri, permanent, headers, deadline);
        Optional<String> location = reply.header("location");
        if (!request.followsRedirects() || !reply.isRedirect() || location.isEmpty()) {
          return reply;
        }
        if (redirects == settings.maxRedirects()) {
          throw new HttpFailure(
              HttpFailure.Kind.REDIRECT, uri, "more than " + redirects + " redirects");
        }
        URI next = target(uri, location.get());
        if (!isSameOrigin(uri, next)) {
          headers.keySet().removeIf(name -> SECRETS.contains(name.toLowerCase(Locale.ROOT)));
        }
        permanentSoFar &= reply.status() == 301 || reply.status() == 308;
        permanent = permanentSoFar ? next : permanent;
        uri = withoutCredentials(next, headers);
      }
    }
  }

  /** Breaks off what is running and releases the connections. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    deadlines.close();
    resolver.close();
  }

  private static URI checked(URI uri) throws HttpFailure {
    return HttpAddress.parse(uri.toString())
        .orElseThrow(
            () ->
                new HttpFailure(
                    HttpFailure.Kind.BAD_ADDRESS, uri, "not a whole http or https address"));
  }

  /** Moves credentials from the address to the header they are sent in. */
  private static URI withoutCredentials(URI uri, Map<String, String> headers) {
    String user = uri.getUserInfo();
    if (user == null) {
      return uri;
    }
    byte[] credentials = user.getBytes(StandardCharsets.UTF_8);
    headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    return URI.create(uri.toString().replaceFirst("//[^/?#]*@", "//"));
  }

  private static URI target(URI from, String location) throws HttpFailure {
    String written = HttpReply.written(location);
    return HttpAddress.resolve(from, written)
        .orElseThrow(
            () ->
                new HttpFailure(
                    HttpFailure.Kind.REDIRECT,
                    from,
                    "redirected to \"" + shortened(written) + "\", no http or https address"));
  }

  private static String shortened(String location) {
    String printable = location.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= 200 ? printable : printable.substring(0, 200) + "…";
  }

  private static boolean isSameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }

  private HttpReply exchange(
      OutboundRequest request,
      URI uri,
      URI permanent,
      Map<String, String> headers,
      Deadlines.Deadline deadline)
      throws HttpFailure {
    HttpClientContext context = HttpClientContext.create();
    try {
      return attempt(request, uri, permanent, headers, deadline, context);
    } catch (IOException | IllegalStateException e) {
      if (request.body() != null || deadline.isExpired() || !spoiltBefore(e, context)) {
        throw failure(e, uri, deadline);
      }
    }
    try {
      return attempt(request, uri, permanent, headers, deadline, HttpClientContext.create());
    } catch (IOException | IllegalStateException e) {
      throw failure(e, uri, deadline);
    }
  }

  /** Tells whether a kept connection was closed, or left with odd bytes, by an earlier exchange. */
  private static boolean spoiltBefore(Exception e, HttpClientContext context) {
    EndpointDetails connection = context.getEndpointDetails();
    return connection != null
        && connection.getRequestCount() > 1
        && (e instanceof NoHttpResponseException
            || e instanceof ConnectionClosedException
            || e instanceof SocketException
            || isNotHttp(e));
  }

  private static boolean isNotHttp(Exception e) {
    return e.getCause() instanceof HttpException
        || e instanceof UnsupportedHttpVersionException
        || e instanceof MessageConstraintException;
  }

  private HttpReply attempt(
      OutboundRequest request,
      URI uri,
      URI permanent,
      Map<String, String> headers,
      Deadlines.Deadline deadline,
      HttpClientContext context)
      throws IOException, HttpFailure {
    HttpUriRequestBase message = message(request, uri, headers);
    deadline.cancels(message);
    ClassicHttpResponse response = client.executeOpen(null, message, context);
    try {
      boolean skipped = request.followsRedirects() && isFollowed(response);
      Body body = skipped ? Body.NONE : body(response, uri);
      if (deadline.isExpired()) {
        throw timeout(uri, deadline.length(), null);
      }
      return new HttpReply(
          response.getCode(), uri, permanent, headers(response), body.bytes(), body.complete());
    } finally {
      closeQuietly(response);
    }
  }

  /** Gives the connection back where the body was read to its end, and drops it elsewhere. */
  private static void closeQuietly(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      return; // what came has been read; there is nothing to lose
    }
  }

  private static HttpUriRequestBase message(
      OutboundRequest request, URI uri, Map<String, String> headers) {
    HttpUriRequestBase message = new HttpUriRequestBase(request.method(), uri);
    message.setHeader("Accept-Encoding", "gzip, deflate");
    headers.forEach(message::setHeader);
    byte[] body = request.body();
    if (body != null) {
      message.setEntity(new ByteArrayEntity(body, null));
    }
    return message;
  }

  private static boolean isFollowed(ClassicHttpResponse response) {
    int status = response.getCode();
    return (status / 100 == 3) && status != 304 && response.getFirstHeader("Location") != null;
  }

  private Body body(ClassicHttpResponse response, URI uri) throws IOException, HttpFailure {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return Body.NONE;
    }
    if (entity.getContentLength() > settings.maxBytes()) {
      throw new HttpFailure(
          HttpFailure.Kind.TOO_LARGE,
          uri,
          "the answer has "
              + entity.getContentLength()
              + " bytes, more than the "
              + settings.maxBytes()
              + " allowed");
    }
    return Body.read(entity.getContent(), entity.getContentEncoding(), uri, settings);
  }

  private static Map<String, List<String>> headers(ClassicHttpResponse response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      if (header.getValue() != null) {
        headers
            .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(header.getValue());
      }
    }
    headers.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(headers);
  }

  private HttpFailure failure(Exception e, URI uri, Deadlines.Deadline deadline) {
    if (deadline.isExpired()) {
      return timeout(uri, deadline.length(), e);
    }
    if (e instanceof AddressRefusedException) {
      return new HttpFailure(HttpFailure.Kind.NOT_PUBLIC, uri, String.valueOf(e.getMessage()), e);
    }
    if (e instanceof UnknownHostException) {
      return new HttpFailure(HttpFailure.Kind.UNKNOWN_HOST, uri, String.valueOf(e.getMessage()), e);
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return new HttpFailure(
          HttpFailure.Kind.UNREACHABLE, uri, "nobody answers at that host and port", e);
    }
    if (e instanceof SSLException) {
      return new HttpFailure(
          HttpFailure.Kind.TLS, uri, "no encrypted connection: " + e.getMessage(), e);
    }
    if (e instanceof SocketTimeoutException) {
      return timeout(uri, settings.idleTimeout(), e);
    }
    if (isNotHttp(e)) {
      return new HttpFailure(
          HttpFailure.Kind.UNREADABLE, uri, "the answer is not HTTP: " + e.getMessage(), e);
    }
    if (e instanceof InterruptedIOException) {
      return new HttpFailure(HttpFailure.Kind.CLOSED, uri, "interrupted", e);
    }
    return new HttpFailure(
        HttpFailure.Kind.CLOSED, uri, "the connection was closed before an answer came", e);
  }

  private static HttpFailure timeout(URI uri, Duration length, @Nullable Exception cause) {
    String reason = "no whole answer within " + length.toMillis() / 1000.0 + " s";
    return cause == null
        ? new HttpFailure(HttpFailure.Kind.TIMEOUT, uri, reason)
        : new HttpFailure(HttpFailure.Kind.TIMEOUT, uri, reason, cause);
  }
}

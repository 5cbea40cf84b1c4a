package dev.dateline.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the HTTP client only addresses that it may connect to.
 *
 * <p>The client opens its sockets to what this returns and asks once for each connection, so no
 * answer of a name server between check and use can lead elsewhere. A host with one refused address
 * and one allowed keeps the allowed one. Thread-safe; close it.
 */
final class VettedResolver implements DnsResolver, AutoCloseable {

  private static final int MOST_LOOKUPS = 64;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final HostLookup lookup;
  private final AddressPolicy policy;
  private final Duration timeout;
  private final ThreadPoolExecutor lookups =
      new ThreadPoolExecutor(
          0, MOST_LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), VettedResolver::thread);

  VettedResolver(HostLookup lookup, AddressPolicy policy, Duration timeout) {
    this.lookup = lookup;
    this.policy = policy;
    this.timeout = timeout;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = lookUp(host);
    InetAddress[] allowed = Arrays.stream(found).filter(policy::allows).toArray(InetAddress[]::new);
    if (allowed.length == 0 && found.length > 0) {
      throw new AddressRefusedException(
          host + " is at " + found[0].getHostAddress() + ", which is not a public address");
    }
    return allowed;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Arrays.stream(resolve(host))
        .map(address -> new InetSocketAddress(address, port))
        .toList();
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    InetAddress[] addresses = resolve(host);
    return addresses.length == 0 ? host : addresses[0].getHostAddress();
  }

  @Override
  public void close() {
    lookups.shutdownNow();
  }

  /** Looks the host up on a thread of its own, for a look-up itself knows no time-out. */
  private InetAddress[] lookUp(String host) throws UnknownHostException {
    try {
      Future<InetAddress[]> answer = lookups.submit(() -> lookup.addresses(host));
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unknown(host + " has no address", e);
    } catch (TimeoutException e) {
      throw unknown("looking up " + host + " took longer than " + timeout.toSeconds() + " s", e);
    } catch (RejectedExecutionException e) {
      throw unknown("too many look-ups at once to look up " + host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("interrupted while looking up " + host, e);
    }
  }

  private static UnknownHostException unknown(String message, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(message);
    unknown.initCause(cause);
    return unknown;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dateline-http-lookup-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}

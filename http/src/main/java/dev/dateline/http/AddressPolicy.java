package dev.dateline.http;

import java.net.InetAddress;

/** Says which network addresses a socket may be opened to. Implementations are thread-safe. */
@FunctionalInterface
public interface AddressPolicy {

  /** Allows every address: for intranets and tests, by a switch that is off by default. */
  AddressPolicy ANY = address -> true;

  /** Tells whether a socket may be opened to the address. */
  boolean allows(InetAddress address);

  /** Returns the policy of public addresses only. */
  static AddressPolicy publicOnly() {
    return PublicAddresses.instance();
  }
}

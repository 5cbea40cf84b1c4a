package dev.dateline.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the network addresses of a host. */
@FunctionalInterface
interface HostLookup {

  /** Returns one address or more. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}

package dev.dateline.http;

import java.net.UnknownHostException;

/** Says that a host has addresses, and none that may be connected to. */
final class AddressRefusedException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  AddressRefusedException(String message) {
    super(message);
  }
}

package dev.dateline.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Allows addresses of the public internet only, by the table {@code address-blocks.tsv}.
 *
 * <p>An IPv4 address is public unless a block of the table holds it; an IPv6 address only inside
 * 2000::/3 and no such block. Where an IPv6 address carries an IPv4 address (mapped, compatible,
 * 6to4, NAT64), that one counts. {@link InetAddress#isSiteLocalAddress()} knows only a few of these
 * blocks. Immutable.
 *
 * <p>Source: the IANA special-purpose address registries (RFC 6890 and its updates).
 */
final class PublicAddresses implements AddressPolicy {

  private static final PublicAddresses INSTANCE = read();

  private static final Block GLOBAL_UNICAST = Block.parse("2000::/3", Rule.REFUSED);

  private final List<Block> blocks;

  private PublicAddresses(List<Block> blocks) {
    this.blocks = blocks;
  }

  static PublicAddresses instance() {
    return INSTANCE;
  }

  @Override
  public boolean allows(InetAddress address) {
    return allows(address.getAddress());
  }

  private boolean allows(byte[] address) {
    for (Block block : blocks) {
      if (block.holds(address)) {
        return switch (block.rule) {
          case REFUSED -> false;
          case CARRIES_AT_END -> allows(Arrays.copyOfRange(address, 12, 16));
          case CARRIES_AT_2 -> allows(Arrays.copyOfRange(address, 2, 6));
        };
      }
    }
    return address.length == 4 || GLOBAL_UNICAST.holds(address);
  }

  private static PublicAddresses read() {
    try (InputStream table =
            Objects.requireNonNull(
                PublicAddresses.class.getResourceAsStream("address-blocks.tsv"),
                "address-blocks.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return new PublicAddresses(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .map(columns -> Block.parse(columns[0], Rule.valueOf(columns[1])))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What becomes of an address inside a block. */
  private enum Rule {
    REFUSED,
    CARRIES_AT_END,
    CARRIES_AT_2
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Block(byte[] start, int bits, Rule rule) {

    static Block parse(String written, Rule rule) {
      String[] parts = written.split("/", 2);
      try {
        InetAddress start = InetAddress.getByName(parts[0]);
        byte[] bytes = start.getAddress();
        // Java turns a mapped address into the IPv4 address it carries.
        boolean mapped = start instanceof Inet4Address && parts[0].indexOf(':') >= 0;
        return new Block(mapped ? mapped(bytes) : bytes, Integer.parseInt(parts[1]), rule);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("not an address block: " + written, e);
      }
    }

    private static byte[] mapped(byte[] four) {
      byte[] sixteen = new byte[16];
      sixteen[10] = (byte) 0xFF;
      sixteen[11] = (byte) 0xFF;
      System.arraycopy(four, 0, sixteen, 12, 4);
      return sixteen;
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % 8);
        if ((address[i / 8] & mask) != (start[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}

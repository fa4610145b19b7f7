package app.marquee.proposals.posters;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are of the public internet (IANA's special-purpose registries, RFC 6890).
 *
 * <p>Of IPv6 only global unicast is, without what stands for an IPv4 address or a document. IPv4
 * addresses mapped into IPv6 are judged as the IPv4 addresses Java makes of them.
 */
final class PublicAddress {
  private record Range(byte[] prefix, int bits) {
    static Range of(String text) {
      String[] parts = text.split("/");
      try {
        // A literal: nobody is asked.
        return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text, e);
      }
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((address[bit >> 3] & mask) != (prefix[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Range> NOT_PUBLIC_4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final Range GLOBAL_UNICAST = Range.of("2000::/3");

  /** Protocol assignments with Teredo among them, documents, 6to4. */
  private static final List<Range> NOT_PUBLIC_6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? NOT_PUBLIC_4.stream().noneMatch(range -> range.holds(bytes))
        : GLOBAL_UNICAST.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(r -> r.holds(bytes));
  }

  private static List<Range> ranges(String... texts) {
    return Stream.of(texts).map(Range::of).toList();
  }
}

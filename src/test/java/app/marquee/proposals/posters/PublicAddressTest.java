package app.marquee.proposals.posters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
  private static final String[] CLOSED = {
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
    "240.0.0.0/4",
    "::/96",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "100::/64",
    "2001::/32",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8"
  };

  /** Any address of any range that is closed. */
  @Provide
  Arbitrary<InetAddress> closed() {
    return Combinators.combine(
            Arbitraries.of(CLOSED), Arbitraries.bytes().array(byte[].class).ofSize(16))
        .as(PublicAddressTest::within);
  }

  private static InetAddress within(String range, byte[] noise) {
    String[] parts = range.split("/");
    try {
      byte[] prefix = InetAddress.getByName(parts[0]).getAddress();
      byte[] address = Arrays.copyOf(noise, prefix.length);
      for (int bit = 0; bit < Integer.parseInt(parts[1]); bit++) {
        int mask = 0x80 >> (bit % 8);
        address[bit / 8] = (byte) (address[bit / 8] & ~mask | prefix[bit / 8] & mask);
      }
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(range, e);
    }
  }

  @Property
  void noAddressOfAClosedRangeIsPublic(@ForAll("closed") InetAddress address) {
    assertThat(PublicAddress.is(address)).as(address.toString()).isFalse();
  }

  @Property
  void aMappedAddressIsAsPublicAsTheOneItMaps(
      @ForAll byte a, @ForAll byte b, @ForAll byte c, @ForAll byte d) throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    byte[] plain = {a, b, c, d};
    System.arraycopy(plain, 0, mapped, 12, 4);

    assertThat(PublicAddress.is(InetAddress.getByAddress(mapped)))
        .isEqualTo(PublicAddress.is(InetAddress.getByAddress(plain)));
  }

  @Property
  void whatJavaItselfCallsSpecialIsNotPublic(
      @ForAll byte a, @ForAll byte b, @ForAll byte c, @ForAll byte d) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(new byte[] {a, b, c, d});
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();

    assertThat(special && PublicAddress.is(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001:81a::200e",
        "::ffff:1.1.1.1"
      })
  void whatLiesBesideIsPublic(String address) {
    assertThat(PublicAddress.is(TestNetwork.address(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:10.0.0.1", "::10.0.0.1", "0.0.0.0",
            "::",
        "::1", "fd12::1", "fe80::1", "100.64.0.1", "255.255.255.255", "224.0.0.1", "ff02::1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::"
      })
  void theUsualSuspectsAreNot(String address) {
    assertThat(PublicAddress.is(TestNetwork.address(address))).isFalse();
  }
}

package app.marquee.security;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;

/** By what attempts are counted: one household has one IPv4 address, or one IPv6 network of /64. */
public final class ClientAddress {
  private static final String NOWHERE = "local";
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  public static String of(RoutingContext request) {
    SocketAddress address = request.request().remoteAddress();
    return address == null || address.hostAddress() == null ? NOWHERE : of(address.hostAddress());
  }

  /** Of an address as it is written. */
  static String of(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes == null || bytes.length != IPV6_BYTES
        ? address
        : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
  }
}

package app.marquee.proposals.posters;

import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The world outside: names, addresses that may be connected to, whom TLS trusts. */
@Singleton
class Network {
  private static final int HTTPS = 443;

  /** Blocks. */
  List<InetAddress> resolve(String host) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(host));
  }

  boolean isOpen(InetAddress address) {
    return PublicAddress.is(address);
  }

  int port() {
    return HTTPS;
  }

  /** Certificates and names are checked as Java does. */
  HttpClientOptions secure(HttpClientOptions options) {
    return options.setSsl(true).setTrustAll(false).setVerifyHost(true);
  }
}

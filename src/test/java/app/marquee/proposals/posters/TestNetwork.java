package app.marquee.proposals.posters;

import io.quarkus.test.Mock;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A world of one upstream on this machine; in {@code @QuarkusTest} there is no other. Only the very
 * address an upstream was introduced with is open, not what else is equal to it.
 */
@Mock
@Singleton
class TestNetwork extends Network {
  private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
  private final List<String> resolved = new CopyOnWriteArrayList<>();
  private volatile InetAddress upstream;
  private volatile int port;
  private volatile boolean trusting = true;

  /** All names of its certificate lead to it. */
  TestNetwork introduce(PosterUpstream introduced) {
    upstream = introduced.address();
    port = introduced.port();
    TestCertificate.HOSTS.forEach(this::leadsToTheUpstream);
    return this;
  }

  final void leadsToTheUpstream(String host) {
    names.put(host, List.of(upstream));
  }

  void resolves(String host, String... addresses) {
    names.put(host, Arrays.stream(addresses).map(TestNetwork::address).toList());
  }

  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }

  @Override
  List<InetAddress> resolve(String host) throws UnknownHostException {
    resolved.add(host);
    List<InetAddress> known = names.get(host);
    if (known == null) {
      throw new UnknownHostException(host);
    }
    return known;
  }

  /** Clients made from now on trust whom Java trusts, and nobody else. */
  void distrust() {
    trusting = false;
  }

  /** Every name that was asked for. */
  List<String> resolved() {
    return resolved;
  }

  @Override
  boolean isOpen(InetAddress address) {
    return address == upstream || super.isOpen(address);
  }

  @Override
  int port() {
    return port;
  }

  @Override
  HttpClientOptions secure(HttpClientOptions options) {
    HttpClientOptions secured = super.secure(options);
    return trusting
        ? secured.setTrustOptions(
            new PemTrustOptions().addCertValue(Buffer.buffer(TestCertificate.pem())))
        : secured;
  }
}

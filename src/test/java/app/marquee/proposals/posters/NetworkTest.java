package app.marquee.proposals.posters;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClientOptions;
import org.junit.jupiter.api.Test;

/** The network as it is outside of tests. */
class NetworkTest {
  private final Network network = new Network();

  @Test
  void onlyPublicAddressesAreOpenAndOnlyAtThePortOfHttps() {
    assertThat(network.port()).isEqualTo(443);
    assertThat(network.isOpen(TestNetwork.address("127.0.0.1"))).isFalse();
    assertThat(network.isOpen(TestNetwork.address("1.1.1.1"))).isTrue();
  }

  @Test
  void certificatesAndTheirNamesAreChecked() {
    HttpClientOptions options = network.secure(new HttpClientOptions().setTrustAll(true));

    assertThat(options.isSsl()).isTrue();
    assertThat(options.isTrustAll()).isFalse();
    assertThat(options.isVerifyHost()).isTrue();
    assertThat(options.getTrustOptions()).isNull();
  }
}

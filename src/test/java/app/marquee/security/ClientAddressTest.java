package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
  @Test
  void anIpv4AddressIsOneHousehold() {
    assertThat(ClientAddress.of("192.0.2.7")).isEqualTo("192.0.2.7");
  }

  @Test
  void anIpv6NetworkIsOneHousehold() {
    assertThat(ClientAddress.of("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(ClientAddress.of("2001:db8:1:2:ffff::1"))
        .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
  }

  @Test
  void aSocketOfTheMachineIsItself() {
    assertThat(ClientAddress.of("local")).isEqualTo("local");
  }
}

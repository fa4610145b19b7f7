package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.Sha256;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ApiTokenTest {
  @Test
  void aSecretHas256BitsAndIsNeverTheSame() {
    String secret = ApiToken.newSecret();

    assertThat(secret).startsWith("marquee_").isNotEqualTo(ApiToken.newSecret());
    assertThat(Base64.getUrlDecoder().decode(secret.substring("marquee_".length()))).hasSize(32);
  }

  @Test
  void aTokenKnowsItsHashAndNotItsSecret() {
    ApiToken token = ApiToken.of("ann", Roles.OPS, "secret-secret-secret");

    assertThat(token.hasHash(Sha256.hex("secret-secret-secret"))).isTrue();
    assertThat(token.hasHash(Sha256.hex("secret-secret-secreT"))).isFalse();
    assertThat(token.toString()).doesNotContain("secret-secret");
  }

  @Test
  void anAdminHasEveryRoleAndOthersTheirOwn() {
    assertThat(Roles.of(Roles.ADMIN))
        .containsExactlyInAnyOrder(Roles.ADMIN, Roles.OPS, Roles.INGEST, Roles.MEMBER);
    assertThat(Roles.of(Roles.INGEST)).containsExactly(Roles.INGEST);
  }
}

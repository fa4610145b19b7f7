package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Passwords passwords = new Passwords(VERTX);

  @AfterAll
  static void close() {
    VERTX.closeAndAwait();
  }

  @Test
  void aHashIsBcryptOfCost12AndNeverTheSame() {
    String hash = hash("a film every friday");

    assertThat(hash).startsWith("$2a$12$").isNotEqualTo(hash("a film every friday"));
    assertThat(matches("a film every friday", hash)).isTrue();
    assertThat(matches("a film every Friday", hash)).isFalse();
  }

  @Test
  void whatBcryptWouldCutOffIsNoMatch() {
    String longest = "x".repeat(PasswordText.LONGEST_BYTES);

    assertThat(matches(longest + "y", hash(longest))).isFalse();
  }

  @Test
  void oneTextIsOnePasswordHoweverItIsTyped() {
    assertThat(matches("cafe\u0301 society", hash("caf\u00e9 society"))).isTrue();
  }

  @Test
  void nobodysPasswordTakesAsLongToCheckAsSomebodys() {
    String hash = hash("a film every friday");
    long somebodys = nanos(hash);

    assertThat(nanos(null)).isGreaterThan(somebodys / 4);
    assertThat(matches("nobody's", null)).isFalse();
    assertThat(matches("correct horse battery", null)).isFalse();
  }

  private long nanos(String hash) {
    long start = System.nanoTime();
    matches("a film every saturday", hash);
    return System.nanoTime() - start;
  }

  private String hash(String password) {
    return passwords.hash(password).await().atMost(PATIENCE);
  }

  private boolean matches(String password, String hash) {
    return passwords.matches(password, hash).await().atMost(PATIENCE);
  }
}

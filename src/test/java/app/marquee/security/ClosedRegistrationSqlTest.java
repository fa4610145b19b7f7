package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether anybody may become a member is the operator's choice. */
class ClosedRegistrationSqlTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();

  @AfterAll
  static void close() {
    VERTX.closeAndAwait();
  }

  @Test
  void whileRegistrationIsClosedNobodyBecomesAMember() {
    assertThat(register("closed")).isEqualTo(new Registrations.Closed());
    assertThat(register("open")).isInstanceOf(Registrations.Registered.class);
  }

  private Registrations.Outcome register(String registration) {
    return new Registrations(
            DATABASE.pool(),
            clock,
            new Attempts(DATABASE.pool(), clock),
            new Passwords(VERTX),
            new AuditLog(clock),
            config(registration))
        .register("Latecomer", "a film every friday", "192.0.2.1")
        .await()
        .atMost(PATIENCE);
  }

  private static MembersConfig config(String registration) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withMapping(MembersConfig.class)
        .withDefaultValues(Map.of("marquee.security.registration", registration))
        .build()
        .getConfigMapping(MembersConfig.class);
  }
}

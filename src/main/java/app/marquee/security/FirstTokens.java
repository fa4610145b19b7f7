package app.marquee.security;

import app.marquee.db.LaunchConfig;
import app.marquee.db.LaunchSetting;
import app.marquee.db.StartRefused;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sees to it at every start of the service that somebody can administer it. */
@Singleton
class FirstTokens {
  private static final String ADMIN_TOKEN = "MARQUEE_ADMIN_TOKEN";
  private static final String INGEST_TOKEN = "MARQUEE_INGEST_TOKEN";
  private static final int SHORTEST = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ApiTokens tokens;
  private final SecurityConfig config;
  private final LaunchConfig launch;

  FirstTokens(ApiTokens tokens, SecurityConfig config, LaunchConfig launch) {
    this.tokens = tokens;
    this.config = config;
    this.launch = launch;
  }

  void admit(@Observes StartupEvent start) {
    if (launch.serves()) {
      admit();
    }
  }

  private void admit() {
    if (config.adminToken().isPresent() && config.adminToken().equals(config.ingestToken())) {
      throw new StartRefused(ADMIN_TOKEN + " and " + INGEST_TOKEN + " must differ");
    }
    config.adminToken().ifPresent(secret -> admit(ADMIN_TOKEN, Roles.ADMIN, secret));
    config.ingestToken().ifPresent(secret -> admit(INGEST_TOKEN, Roles.INGEST, secret));
    if (!await(tokens.anyAdmin())) {
      admitFirstAdmin();
    }
  }

  private void admit(String name, String role, String secret) {
    if (secret.length() < SHORTEST) {
      throw new StartRefused(name + " must have " + SHORTEST + " characters or more");
    }
    await(tokens.admit(ApiToken.of(name, role, secret)));
  }

  // An external database may be reached by more than whoever reads this process's output.
  private void admitFirstAdmin() {
    if (LaunchSetting.DATABASE_URL.value().isPresent()) {
      throw new StartRefused(
          "the external database has no admin yet; set " + ADMIN_TOKEN + " for the first start");
    }
    String secret = ApiToken.newSecret();
    await(tokens.admit(ApiToken.of("first admin", Roles.ADMIN, secret)));
    System.out.printf("%n  Admin token, shown this once:  %s%n%n", secret);
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}

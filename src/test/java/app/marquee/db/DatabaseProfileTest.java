package app.marquee.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseProfileTest {
  private static final DatabaseUrl URL = DatabaseUrl.parse("postgresql://me:secret@one/marquee");
  private static final String KEY = LaunchSetting.DATABASE_PROFILE.key();

  @AfterEach
  void forget() {
    System.clearProperty(KEY);
  }

  @Test
  void isPostgresUnlessSaidOtherwise() {
    assertThat(DatabaseProfile.configured()).isEqualTo(DatabaseProfile.POSTGRES);
    System.setProperty(KEY, "pooler");
    assertThat(DatabaseProfile.configured()).isEqualTo(DatabaseProfile.POOLER);
  }

  @Test
  void anUnknownOneIsRefusedNamingThoseThereAre() {
    System.setProperty(KEY, "pgbouncer");

    assertThatThrownBy(DatabaseProfile::configured)
        .isInstanceOf(StartRefused.class)
        .hasMessage("MARQUEE_DATABASE_PROFILE must be postgres, pooler or distributed");
  }

  @Test
  void behindAPoolerNoStatementIsPreparedByName() {
    assertThat(DatabaseProfile.POOLER.settings(URL))
        .containsEntry("quarkus.datasource.jdbc.additional-jdbc-properties.prepareThreshold", "0")
        .containsEntry("quarkus.datasource.reactive.cache-prepared-statements", "false")
        .containsEntry("quarkus.datasource.reactive.postgresql.use-layer7-proxy", "true");
    assertThat(DatabaseProfile.POSTGRES.settings(URL)).hasSize(5);
  }
}

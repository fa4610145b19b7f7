package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShippedProfilesHttpTest {
  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void tellTheWorld() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
  }

  @Test
  void shippingTheProfilesAgainChangesNeitherThemNorABuild() {
    api.settle(5);
    Map<String, String> before = api.made();
    Map<String, Long> ids = profileIds();

    pool.query(text("db/migration/R__films_shipped_profiles.sql")).executeAndAwait();
    profiles.learn().await().atMost(PredictionsApi.PATIENCE);
    api.refresh();

    assertThat(profileIds()).isEqualTo(ids).hasSize(5);
    assertThat(api.made()).isEqualTo(before).hasSize(61);
  }

  private Map<String, Long> profileIds() {
    Map<String, Long> ids = new HashMap<>();
    for (Row row : api.worlds().run("predictionstest/profile_ids.sql", Map.of())) {
      ids.put(row.getString("slug"), row.getLong("profile_id"));
    }
    return ids;
  }

  private static String text(String resource) {
    try (InputStream in =
        ShippedProfilesHttpTest.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

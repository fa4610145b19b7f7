package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.RecordedEvents;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.Key;
import app.marquee.views.ViewEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The profiles of two nodes on one database, and those that come with the service. */
class ProfilesSqlTest {
  private static final String SHIPPED = "/db/migration/R__films_shipped_profiles.sql";

  private final TestDatabase database = TestDatabase.create();
  private final List<ViewEvent> events = new ArrayList<>();
  private final Profiles here = node();
  private final Profiles there = node();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void shippedProfilesAreThereFromTheStart() {
    assertThat(here.active())
        .containsExactly(
            "balanced", "award-winner", "critics-choice", "crowd-pleaser", "cult-classic");
    assertThat(here.defaultSlug()).isEqualTo("balanced");
  }

  @Test
  void anotherNodesEditArrivesWithAPoll() {
    execute("update weight_profile set awards = 9 where slug = 'balanced'");
    new Worlds(database.pool()).run("predictions/bump_profiles.sql", Map.of());
    assertThat(there.find("balanced").orElseThrow().weights().awards()).isEqualByComparingTo("0.2");

    there.poll().await().indefinitely();

    assertThat(there.find("balanced").orElseThrow().weights().awards()).isEqualByComparingTo("9");
    assertThat(events).isEmpty();
  }

  @Test
  void shippingThemAgainChangesNoIdAndNoKey() throws IOException {
    Worlds worlds = new Worlds(database.pool());
    String before = rows(worlds);
    PredictionViews views = new PredictionViews(here);
    Map<Key, Map<String, Object>> binds = binds(views);

    execute(shipped());
    here.learn().await().indefinitely();

    assertThat(rows(worlds)).isEqualTo(before);
    assertThat(binds(views)).isEqualTo(binds);
  }

  @Test
  void equalWeightsAreWrittenAlike() {
    PredictionViews views = new PredictionViews(here);
    Key key = views.ranking().key("2020s", "balanced");
    String before = views.binds(key).toString();
    execute("update weight_profile set awards = 0.2000, financial = 0.00 where slug = 'balanced'");

    here.learn().await().indefinitely();

    assertThat(views.binds(key)).hasToString(before);
  }

  @Test
  void aProfileThatIsGoneLeavesNoWeights() {
    PredictionViews views = new PredictionViews(here);

    assertThat(views.binds(new Key("predictions_ranking", "2020s", "gone")))
        .isEqualTo(Weights.NONE.binds());
  }

  private Profiles node() {
    Profiles profiles = new Profiles(database.pool(), new RecordedEvents<>(events));
    profiles.learn().await().indefinitely();
    return profiles;
  }

  private static Map<Key, Map<String, Object>> binds(PredictionViews views) {
    Map<Key, Map<String, Object>> binds = new HashMap<>();
    views.views().forEach(v -> v.keys().forEach(key -> binds.put(key, views.binds(key))));
    return binds;
  }

  private static String rows(Worlds worlds) {
    return worlds
        .run("predictionstest/profile_rows.sql", Map.of())
        .iterator()
        .next()
        .getString("rows");
  }

  private static String shipped() throws IOException {
    try (InputStream in = ProfilesSqlTest.class.getResourceAsStream(SHIPPED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void execute(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

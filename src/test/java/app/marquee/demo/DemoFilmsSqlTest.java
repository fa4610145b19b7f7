package app.marquee.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.DatabaseConfig;
import app.marquee.db.Sql;
import app.marquee.predictions.FilmFiles;
import app.marquee.predictions.PredictionsConfig;
import app.marquee.predictions.WithoutContainer;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.Feature;
import app.marquee.views.Key;
import app.marquee.views.View;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.mutiny.sqlclient.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoFilmsSqlTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> EMBEDDED = Map.of("marquee.database.embedded", "true");

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static final ManualClock CLOCK = new ManualClock();

  @BeforeAll
  static void loadThem() {
    load(database);
  }

  @Test
  void theyAreLoadedOnceAndScored() {
    Row first = fingerprint(database);
    assertThat(first.getLong("films")).isEqualTo(2_000);
    assertThat(first.getLong("entries")).isGreaterThan(500);
    assertThat(first.getLong("marks")).isZero();

    load(database);

    assertThat(fingerprint(database).getString("digest")).isEqualTo(first.getString("digest"));
    assertThat(fingerprint(database).getLong("version")).isEqualTo(first.getLong("version"));
  }

  @Test
  void anInterruptedLoadEndsAsAnUninterruptedOne() {
    String whole = fingerprint(database).getString("digest");
    run("demo/forget_lists.sql");

    load(database);

    assertThat(fingerprint(database).getString("digest")).isEqualTo(whole);
  }

  @Test
  void twoDatabasesAreToldTheSame() {
    try (TestDatabase other = TestDatabase.create()) {
      load(other);
      assertThat(fingerprint(other).getString("digest"))
          .isEqualTo(fingerprint(database).getString("digest"));
    }
  }

  @Test
  void otherFilmsKeepThemAway() {
    byte[] film = "imdb_id,title\ntt0000001,Somebody's own\n".getBytes(StandardCharsets.UTF_8);
    try (TestDatabase empty = TestDatabase.create()) {
      await(
          files(empty)
              .run("movies", new ByteArrayInputStream(film), MultiMap.caseInsensitiveMultiMap()));

      load(empty);

      assertThat(fingerprint(empty).getLong("films")).isOne();
    }
  }

  @Test
  void anExternalDatabaseAndASwitchedOffDemoStayEmpty() {
    try (TestDatabase empty = TestDatabase.create()) {
      await(loader(empty, Map.of()).prepare());
      await(
          loader(empty, Map.of("marquee.database.embedded", "true", "marquee.demo", "false"))
              .prepare());
      assertThat(fingerprint(empty).getLong("films")).isZero();
    }
  }

  @Test
  void everyKeyHasRowsAndNoTwoProfilesRankAlike() {
    Feature films = WithoutContainer.views(database.pool());
    Map<String, Set<String>> rankings = new HashMap<>();
    int keys = 0;
    for (View view : films.views()) {
      for (Key key : view.keys()) {
        JsonNode data = document(films, view, key).get("data");
        assertThat(data).as(key.toString()).isNotEmpty();
        keys++;
        if (view.isList()) {
          Set<String> known = rankings.computeIfAbsent(key.period(), period -> new HashSet<>());
          assertThat(known.add(data.findValuesAsText("imdb_id").toString())).as("" + key).isTrue();
        }
      }
    }
    assertThat(keys).isEqualTo(61);
  }

  @Test
  void hindsightIsNeitherBlindNorPerfectAndBetterThanChance() {
    Feature films = WithoutContainer.views(database.pool());
    View validation =
        films.views().stream()
            .filter(view -> view.name().equals("predictions_validation"))
            .findFirst()
            .orElseThrow();
    for (Key key : validation.keys()) {
      JsonNode overall = document(films, validation, key).get("overall");
      assertThat(overall.get("decades_analyzed").asInt()).isEqualTo(11);
      assertThat(overall.get("pooled_accuracy_percentage").asDouble())
          .isBetween(5.0, 95.0)
          .isGreaterThan(overall.get("pooled_random_accuracy_percentage").asDouble());
    }
  }

  private static JsonNode document(Feature films, View view, Key key) {
    Map<String, Object> binds = new HashMap<>(view.binds());
    binds.putAll(films.binds(key));
    binds.put("period", key.period());
    binds.put("filter", key.filter());
    Row row =
        database
            .pool()
            .preparedQuery(view.sql().statement())
            .executeAndAwait(view.sql().bindFrom(binds))
            .iterator()
            .next();
    try {
      return JSON.readTree(row.getString("document"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static void load(TestDatabase into) {
    await(loader(into, EMBEDDED).prepare());
  }

  private static DemoFilmLoader loader(TestDatabase of, Map<String, String> settings) {
    SmallRyeConfig config = config(settings);
    PredictionsConfig predictions = config.getConfigMapping(PredictionsConfig.class);
    return new DemoFilmLoader(
        config.getConfigMapping(DemoConfig.class),
        config.getConfigMapping(DatabaseConfig.class),
        files(of),
        WithoutContainer.scoring(of.pool(), predictions, CLOCK),
        of.pool());
  }

  private static FilmFiles files(TestDatabase of) {
    PredictionsConfig config = config(EMBEDDED).getConfigMapping(PredictionsConfig.class);
    return WithoutContainer.files(of.pool(), config, CLOCK);
  }

  private static SmallRyeConfig config(Map<String, String> settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withMapping(DemoConfig.class)
            .withMapping(DatabaseConfig.class)
            .withMapping(PredictionsConfig.class);
    settings.forEach(builder::withDefaultValue);
    return builder.build();
  }

  private static Row fingerprint(TestDatabase of) {
    return Sql.of("demo/films_fingerprint.sql")
        .on(of.pool(), Map.of())
        .await()
        .atMost(Duration.ofMinutes(1))
        .iterator()
        .next();
  }

  private static void run(String file) {
    await(Sql.of(file).on(database.pool(), Map.of()));
  }

  private static void await(Uni<?> work) {
    work.await().atMost(Duration.ofMinutes(1));
  }
}

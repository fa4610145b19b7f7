package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node scores when it starts, while it gets ready. */
class StartScoringSqlTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LISTED = "tt0000001";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;

  @BeforeEach
  void aFilmOnTwoLists() {
    films = new FilmsFixture(database);
    films.imports(FilmKind.MOVIES, "imdb_id,title,release_date\ntt0000001,One,1994-01-01\n");
    films.imports(FilmKind.LISTS, "imdb_id,list\ntt0000001,1001_movies\ntt0000001,criterion\n");
  }

  @Test
  void anotherTargetListIsFollowed() {
    films.imports(FilmKind.LISTS, "imdb_id,list\ntt0000001,afi\n");
    assertThat(state()).isEqualTo("true 0.200000000 1001_movies");

    start("sight_sound");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(state()).isEqualTo("false 0.300000000 sight_sound"));

    start("1001_movies");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(state()).isEqualTo("true 0.200000000 1001_movies"));
  }

  @Test
  void marksOfAnImportThatStoppedArePickedUpOnceHoweverManyNodesStart() {
    long version = version();
    films.run("filmstest/toggle_target.sql", Map.of("movie", 0));
    assertThat(films.marks()).isPositive();
    int fired = films.changes().size();

    start("1001_movies");
    start("1001_movies");
    start("1001_movies");

    Awaitility.await().atMost(PATIENCE).until(() -> films.marks() == 0);
    assertThat(state()).startsWith("false");
    assertThat(films.score()).isFalse();
    assertThat(version()).isEqualTo(version + 1);
    Awaitility.await().atMost(PATIENCE).until(() -> films.changes().size() == fired + 1);
  }

  @Test
  @Timeout(60)
  void theStartWaitsForNoScoring() {
    films.run("filmstest/toggle_target.sql", Map.of("movie", 0));
    try (Held held = Held.scores(database.pool())) {
      start("1001_movies");
    }
    Awaitility.await().atMost(PATIENCE).until(() -> films.marks() == 0);
  }

  @Test
  void withoutFilmsThereIsNothingToDo() {
    films = new FilmsFixture(database);
    long version = version();

    assertThat(films.score()).isFalse();
    assertThat(version()).isEqualTo(version);
  }

  @Test
  void aCommandScoresNothingOfItsOwn() {
    films.run("filmstest/toggle_target.sql", Map.of("movie", 0));
    new StartScoring(films.scoring("1001_movies"), () -> false).onStart(new StartupEvent());

    assertThat(films.marks()).isPositive();
  }

  private void start(String targetList) {
    new StartScoring(films.scoring(targetList), () -> true).onStart(new StartupEvent());
  }

  private String state() {
    Row row = films.one("filmstest/target_state.sql", Map.of("imdb_id", LISTED));
    return row.getString("state");
  }

  private long version() {
    return films.one("filmstest/version.sql", Map.of()).getLong("version");
  }
}

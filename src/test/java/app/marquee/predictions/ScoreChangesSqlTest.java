package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The arrow beside a film: how far its score is from what it was before the day it last changed.
 */
class ScoreChangesSqlTest {
  private static final String METRICS = "imdb_id,source,metric_type,value\n";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;
  private Worlds worlds;
  private PredictionViews views;

  @BeforeEach
  void aFilm() {
    films = new FilmsFixture(database);
    worlds = new Worlds(database.pool());
    views = Worlds.views(database.pool());
    films.imports(FilmKind.MOVIES, "imdb_id,title,release_date\ntt0000001,One,1994-01-01\n");
  }

  @Test
  void aFilmScoredForTheFirstTimeHasNone() {
    assertChange("balanced", null, null);
  }

  @Test
  void changesOfADayCountFromItsBeginning() {
    rate(6);
    assertChange("balanced", 6.0, "2026-08-22");
    rate(8);
    assertChange("balanced", 8.0, "2026-08-22");
  }

  @Test
  void aChangeOnAnotherDayStartsAnew() {
    rate(8);
    films.tick(Duration.ofHours(12));
    rate(7);
    assertChange("balanced", -1.0, "2026-08-23");
    assertChange("award-winner", -0.6, "2026-08-23");
  }

  @Test
  void whatIsBackWhereItWasHasMovedByNothing() {
    rate(8);
    films.tick(Duration.ofDays(1));
    rate(7);
    rate(8);
    assertChange("balanced", 0.0, "2026-08-23");
  }

  @Test
  void aScoringThatChangesNothingLeavesNoTrace() {
    rate(8);
    films.tick(Duration.ofDays(1));
    films.imports(FilmKind.MOVIES, "imdb_id,title\ntt0000001,Uno\n");
    films.imports(FilmKind.METRICS, METRICS + "tt0000001,imdb,rating_votes,8\n");
    films.imports(FilmKind.LISTS, "imdb_id,list\ntt0000001,1001_movies\n");
    films.score("1001_movies");
    assertChange("balanced", 8.0, "2026-08-22");
  }

  private void rate(int rating) {
    films.imports(FilmKind.METRICS, METRICS + "tt0000001,imdb,rating_average," + rating + "\n");
  }

  private void assertChange(String profile, Double change, String day) {
    JsonNode row = worlds.document(views, views.ranking(), "1990s", profile).at("/data/0");
    assertThat(row.get("score_change").isNull() ? null : row.get("score_change").doubleValue())
        .isEqualTo(change);
    assertThat(row.get("changed_on").textValue()).isEqualTo(day);
  }
}

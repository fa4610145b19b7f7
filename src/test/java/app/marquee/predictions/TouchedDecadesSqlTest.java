package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rankings a change of the films says it may have touched. */
class TouchedDecadesSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;
  private Worlds worlds;

  @BeforeEach
  void filmsOfFourDecades() {
    films = new FilmsFixture(database);
    worlds = new Worlds(database.pool());
    films.imports(
        FilmKind.MOVIES,
        """
        imdb_id,title,release_date
        tt0000001,One,1994-01-01
        tt0000002,Two,2004-01-01
        tt0000003,Three,2014-01-01
        tt0000004,Four,2015-01-01
        tt0000005,Five,1950-06-01
        """);
    films.imports(
        FilmKind.CREDITS,
        """
        imdb_id,person_id,credit_type
        tt0000001,p1,cast
        tt0000002,p1,cast
        tt0000003,p2,cast
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "METRICS | imdb_id,source,metric_type,value;tt0000004,imdb,rating_average,6 | 2010s",
        "METRICS | imdb_id,source,metric_type,value;tt0000001,imdb,rating_average,8 | 1990s 2000s",
        "MOVIES | imdb_id,title;tt0000005,Fünf | 1950s",
        "MOVIES | imdb_id,title,release_date;tt0000004,Four,1950-01-01 | 1950s 2010s",
        "MOVIES | imdb_id,title,import_status;tt0000003,Three,soft | 2010s",
        "MOVIES | imdb_id,title,release_date;tt0000009,New,1961-01-01 | 1960s",
        "LISTS | imdb_id,list;tt0000005,1001_movies | 1950s",
        "LISTS | imdb_id,list;tt0000002,criterion | 1990s 2000s",
        "CREDITS | imdb_id,person_id,credit_type;tt0000004,p2,crew | 2010s",
        "NOMINATIONS | imdb_id,festival,year,category,person_id,won;"
            + "tt0000003,AMPAS,2015,Actor,p1,true | 1990s 2000s 2010s",
        "MOVIES | imdb_id,title,overview;tt0000005,Five,about five | ''",
      })
  void aChangeNamesTheDecadesItTouchesAndNoOther(String kind, String lines, String decades) {
    long since = version();
    Map<String, String> before = rankings();

    films.imports(FilmKind.valueOf(kind), lines.replace(';', '\n') + "\n");

    Set<String> touched = touched(since);
    assertThat(String.join(" ", touched)).isEqualTo(decades);
    Map<String, String> after = rankings();
    after.forEach(
        (period, document) -> {
          if (!touched.contains(period)) {
            assertThat(document).as(period).isEqualTo(before.get(period));
          }
        });
  }

  @Test
  void whatIsGoneMayHaveBeenAnywhere() {
    long since = version();

    films.run("filmstest/delete_movie.sql", Map.of("imdb_id", "tt0000003"));
    films.score();

    assertThat(periods(since)).containsExactly((String) null);
  }

  @Test
  void aScoringOfAllTouchesAll() {
    long since = version();

    films.score("criterion");

    assertThat(periods(since)).containsExactly((String) null);
  }

  private Map<String, String> rankings() {
    PredictionViews views = Worlds.views(database.pool());
    Map<String, String> rankings = new LinkedHashMap<>();
    for (String period : PredictionViews.PERIODS) {
      rankings.put(period, worlds.document(views, views.ranking(), period, "balanced").toString());
    }
    return rankings;
  }

  private Set<String> touched(long since) {
    Set<String> touched = new TreeSet<>();
    for (String periods : periods(since)) {
      assertThat(periods).isNotNull();
      touched.addAll(List.of(periods.split(" ")));
    }
    touched.removeIf(String::isEmpty);
    return touched;
  }

  private List<String> periods(long since) {
    List<String> all = new ArrayList<>();
    for (Row row : films.run("filmstest/touched.sql", Map.of("since", since))) {
      all.add(row.getString("periods"));
    }
    return all;
  }

  private long version() {
    return films.one("filmstest/version.sql", Map.of()).getLong("version");
  }
}

package app.marquee.demo;

import app.marquee.db.DatabaseConfig;
import app.marquee.db.Sql;
import app.marquee.predictions.FilmFiles;
import app.marquee.predictions.Scoring;
import app.marquee.views.Preparation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Imports the demo films, once, into an embedded database that knows no other films.
 *
 * <p>The lists come last and in one transaction: without them a load was interrupted, and is done
 * again, which changes nothing of what is there.
 */
@ApplicationScoped
public class DemoFilmLoader implements Preparation {
  private static final Logger LOG = Logger.getLogger(DemoFilmLoader.class);
  private static final Sql WANTED = Sql.of("demo/films_wanted.sql");
  private static final List<String> FILM_COLUMNS =
      List.of(
          "imdb_id",
          "tmdb_id",
          "title",
          "release_date",
          "release_year",
          "runtime",
          "original_language",
          "overview",
          "import_status");

  private final DemoConfig config;
  private final DatabaseConfig database;
  private final FilmFiles files;
  private final Scoring scoring;
  private final Pool pool;

  DemoFilmLoader(
      DemoConfig config, DatabaseConfig database, FilmFiles files, Scoring scoring, Pool pool) {
    this.config = config;
    this.database = database;
    this.files = files;
    this.scoring = scoring;
    this.pool = pool;
  }

  /** Ends when the films are there and scored. */
  @Override
  public Uni<Void> prepare() {
    if (!config.enabled() || !database.embedded()) {
      return Uni.createFrom().voidItem();
    }
    return WANTED
        .on(pool, Map.of("demo_film", DemoFilm.IMDB_PREFIX + "%"))
        .map(rows -> rows.iterator().next().getBoolean("wanted"))
        .chain(wanted -> wanted ? load() : Uni.createFrom().voidItem())
        .chain(scoring::run)
        .replaceWithVoid();
  }

  private Uni<Void> load() {
    long started = System.nanoTime();
    List<DemoFilm> films = DemoFilmography.films();
    DemoPeople people = new DemoPeople();
    return write("movies", FILM_COLUMNS, films.stream().map(DemoFilm::facts))
        .chain(() -> writePeople(films, people))
        .chain(
            () ->
                write(
                    "metrics",
                    DemoMetrics.COLUMNS,
                    films.stream().flatMap(film -> DemoMetrics.of(film).stream())))
        .chain(
            () ->
                write(
                    "nominations",
                    DemoAwards.COLUMNS,
                    new DemoAwards(people).nominations(films).stream()))
        .chain(() -> write("lists", DemoLists.COLUMNS, DemoLists.entries(films).stream()))
        .invoke(() -> tell(films, started));
  }

  private Uni<Void> writePeople(List<DemoFilm> films, DemoPeople people) {
    return write("people", DemoPeople.PERSON_COLUMNS, people.all().stream().map(DemoPerson::facts))
        .chain(
            () ->
                write(
                    "credits",
                    DemoPeople.CREDIT_COLUMNS,
                    films.stream().flatMap(film -> people.credits(film).stream())));
  }

  private Uni<Void> write(String kind, List<String> columns, Stream<Map<String, String>> rows) {
    return files
        .run(kind, DemoFile.of(columns, rows), MultiMap.caseInsensitiveMultiMap())
        .invoke(DemoFile::requireAll)
        .replaceWithVoid();
  }

  private static void tell(List<DemoFilm> films, long started) {
    LOG.infof(
        "demo data: %d fictional films in %d ms; MARQUEE_DEMO=false starts empty",
        films.size(), (System.nanoTime() - started) / 1_000_000);
  }
}

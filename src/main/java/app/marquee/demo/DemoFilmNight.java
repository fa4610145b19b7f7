package app.marquee.demo;

import app.marquee.db.DatabaseConfig;
import app.marquee.db.Sql;
import app.marquee.views.Preparation;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A film night of fictional members over demo films, once, in an embedded database where nobody has
 * registered yet. Nobody can log in as one of them.
 */
@ApplicationScoped
public class DemoFilmNight implements Preparation {
  private static final Sql ADD = Sql.of("demo/add_film_night.sql");
  private static final Sql BUMP = Sql.of("proposals/bump_source_version.sql");
  private static final List<String> MEMBERS =
      List.of("Ada Demo", "Ben Demo", "Chika Demo", "Dmitri Demo", "Elif Demo", "Femi Demo");

  // Of 192 random bits that nobody has kept.
  private static final String PASSWORD_HASH =
      "$2a$12$vPMHT6EXOVoRCy0LwFu2SOZA/Izslbrtz8LpuTjmPyRF4VdQpxCBq";
  private static final int FILMS = 14;
  private static final int OF_THE_BEST_KNOWN = 5;
  private static final int WATCHED = 2;

  private final DemoConfig config;
  private final DatabaseConfig database;
  private final Pool pool;
  private final Clock clock;

  DemoFilmNight(DemoConfig config, DatabaseConfig database, Pool pool, Clock clock) {
    this.config = config;
    this.database = database;
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Uni<Void> prepare() {
    if (!config.enabled() || !database.embedded()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .item(DemoFilmNight::films)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(films -> pool.withTransaction(connection -> add(connection, films)));
  }

  private Uni<Void> add(SqlConnection connection, List<DemoFilm> films) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("now", clock.instant());
    binds.put("names", MEMBERS.toArray(String[]::new));
    binds.put("password_hash", PASSWORD_HASH);
    binds.put("imdb_ids", films.stream().map(DemoFilm::imdbId).toArray(String[]::new));
    binds.put("titles", films.stream().map(DemoFilm::title).toArray(String[]::new));
    binds.put("years", films.stream().map(film -> (short) film.year()).toArray(Short[]::new));
    binds.put("watched", WATCHED);
    return ADD.on(connection, binds)
        .chain(
            added ->
                added.size() == 0
                    ? Uni.createFrom().voidItem()
                    : BUMP.on(connection, Map.of("now", clock.instant())).replaceWithVoid());
  }

  /** Every fifth of the best known ones: some good, some not, of many decades. */
  private static List<DemoFilm> films() {
    List<DemoFilm> known =
        DemoFilmography.films().stream()
            .sorted(
                Comparator.comparingInt(DemoFilm::fame).reversed().thenComparing(DemoFilm::number))
            .limit(FILMS * OF_THE_BEST_KNOWN)
            .toList();
    return IntStream.range(0, FILMS).mapToObj(i -> known.get(i * OF_THE_BEST_KNOWN)).toList();
  }
}

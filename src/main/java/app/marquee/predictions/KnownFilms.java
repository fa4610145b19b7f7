package app.marquee.predictions;

import app.marquee.db.Sql;
import app.marquee.films.FilmFact;
import app.marquee.films.FilmFacts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The imported films, for whoever wants to know of one. */
@ApplicationScoped
public class KnownFilms implements FilmFacts {
  private static final Sql FIND = Sql.of("predictions/find_films.sql");
  private static final Sql SEARCH = Sql.of("predictions/search_films.sql");

  private final Pool pool;

  public KnownFilms(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<FilmFact>> find(List<String> imdbIds) {
    return FIND.on(pool, Map.of("ids", imdbIds.toArray(String[]::new))).map(KnownFilms::facts);
  }

  @Override
  public Uni<List<FilmFact>> search(String title, int limit) {
    return SEARCH.on(pool, Map.of("q", title, "limit", limit)).map(KnownFilms::facts);
  }

  private static List<FilmFact> facts(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(KnownFilms::fact).toList();
  }

  private static FilmFact fact(Row row) {
    return new FilmFact(
        row.getString("imdb_id"),
        row.getString("title"),
        row.getString("original_title"),
        row.getInteger("year"),
        row.getString("overview"),
        row.getInteger("runtime"),
        row.getString("poster_path"),
        row.getDouble("imdb_rating"),
        row.getInteger("imdb_votes"),
        row.getInteger("metascore"));
  }
}

package app.marquee.predictions;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.Sql;
import app.marquee.testkit.RecordedEvents;
import app.marquee.views.Key;
import app.marquee.views.View;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Scored films, written as briefly as a test needs. */
final class Worlds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Pool pool;

  Worlds(Pool pool) {
    this.pool = pool;
  }

  /**
   * A film.
   *
   * @param components popular opinion, awards, culture, people, money
   */
  void film(
      long id, String released, String kind, boolean onTarget, Long votes, String components) {
    Map<String, Object> binds = components(id, components);
    binds.put("title", "Film " + id);
    binds.put("released", released == null ? null : LocalDate.parse(released));
    binds.put("year_only", kind.equals("year"));
    binds.put("import_status", kind.equals("soft") ? "soft" : "full");
    binds.put("on_target", onTarget);
    binds.put("rating_sources", (short) (id % 5));
    binds.put("imdb_votes", votes);
    binds.put("tmdb_votes", votes == null ? null : votes * 2);
    run("predictionstest/add_film.sql", binds);
    if (onTarget) {
      enlist("1001_movies", id);
    }
  }

  /** What a film was before the day it last changed. */
  void before(long id, String day, String components) {
    Map<String, Object> binds = components(id, components);
    binds.put("changed_on", LocalDate.parse(day));
    run("predictionstest/add_before.sql", binds);
  }

  private static Map<String, Object> components(long id, String components) {
    String[] all = components.split("/");
    Map<String, Object> binds = new HashMap<>();
    binds.put("movie_id", id);
    binds.put("popular_opinion", new BigDecimal(all[0]));
    binds.put("industry_recognition", new BigDecimal(all[1]));
    binds.put("cultural_impact", new BigDecimal(all[2]));
    binds.put("people_quality", new BigDecimal(all[3]));
    binds.put("financial_success", new BigDecimal(all[4]));
    return binds;
  }

  void enlist(String list, long id) {
    run("predictionstest/enlist.sql", Map.of("list", list, "movie_id", id));
  }

  /**
   * Ties, a member nobody may predict, members missed and found, a decade with candidates and no
   * member, decades with nothing, films of no decade and of one that is not served, one that has
   * risen and one that is back where it was.
   */
  void nasty() {
    run("predictionstest/forget_films.sql", Map.of());
    run("predictionstest/score_state.sql", Map.of());
    film(1, "1991-05-01", "full", true, 10L, "0.9/1/0.8/0.7/0");
    film(2, "1995-05-01", "full", false, 900L, "0.5/0.5/0.5/0.5/0.5");
    film(3, "1995-06-01", "full", true, 50L, "0.5/0.5/0.5/0.5/0.5");
    film(4, "1999-12-31", "full", true, 5L, "0.2/0/0.1/0/0.9");
    film(5, "1990-01-01", "full", false, null, "0.85/0.1/0.9/0.4/0.3");
    film(6, "1996-01-01", "soft", true, 99L, "1/1/1/1/1");
    film(7, "1955-03-03", "full", false, 7L, "0.6/0.2/0.3/0.1/0");
    film(8, "2021-01-01", "year", false, null, "0/0/0/0/0");
    film(9, "2024-02-29", "full", true, 3L, "0.95/0.9/1/0.9/0.1");
    film(10, "2024-03-01", "full", false, 8L, "0.16/0/0.371261/0/0");
    film(11, "1915-02-08", "full", true, 77L, "0.7/0/0.5/0.3/0");
    film(12, null, "full", true, 78L, "0.7/0/0.5/0.3/0");
    before(5, "2026-10-31", "0.8/0.1/0.9/0.4/0.3");
    before(3, "2026-11-01", "0.5/0.5/0.5/0.5/0.5");
    enlist("criterion", 1);
    enlist("afi", 1);
    run("predictionstest/forget_marks.sql", Map.of());
  }

  static PredictionViews views(Pool pool) {
    Profiles profiles = new Profiles(pool, new RecordedEvents<>(new ArrayList<>()));
    profiles.learn().await().indefinitely();
    return new PredictionViews(profiles);
  }

  /** The document of a key, its statement run here and now. */
  JsonNode document(PredictionViews views, View view, String period, String filter) {
    Map<String, Object> binds = new HashMap<>(view.binds());
    binds.putAll(views.binds(new Key(view.name(), period, filter)));
    binds.put("period", period);
    binds.put("filter", filter);
    Row row =
        pool.preparedQuery(view.sql().statement())
            .executeAndAwait(view.sql().bindFrom(binds))
            .iterator()
            .next();
    return read(row.getString("document"));
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  RowSet<Row> run(String file, Map<String, Object> binds) {
    return Sql.of(file)
        .on(pool, binds)
        // A truncation and a build under way may wait for each other.
        .onFailure(DatabaseFailure::isDeadlock)
        .retry()
        .atMost(3)
        .await()
        .atMost(PATIENCE);
  }
}

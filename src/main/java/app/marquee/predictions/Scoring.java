package app.marquee.predictions;

import app.marquee.db.Sql;
import app.marquee.views.SourceChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings {@code person_quality} and {@code movie_score} up to date with the facts.
 *
 * <p>In one transaction: marked films, or all of them when the version of the scoring or the target
 * list is another than that of the rows, then the people they lead to, then every film of a person
 * whose quality changed. One scoring at a time in the cluster. After a commit that scored something
 * {@link SourceChanged} is fired.
 */
@ApplicationScoped
public class Scoring {
  /** The row of {@code source_version} that counts the changes of the films' facts and scores. */
  static final String SOURCE = "films";

  /** Raised with every change of a formula. */
  static final int VERSION = 1;

  private static final Sql STATE = Sql.of("predictions/scoring_due.sql");
  private static final Sql TAKE_DIRTY = Sql.of("predictions/take_dirty_movies.sql");
  private static final Sql TAKE_ALL = Sql.of("predictions/take_all_movies.sql");

  private static final List<Sql> BEFORE =
      List.of(Sql.of("predictions/lock_scoring.sql"), Sql.of("predictions/plan_for_values.sql"));
  private static final List<Sql> ROOM =
      List.of(
          Sql.of("predictions/make_scored_movie.sql"),
          Sql.of("predictions/make_scored_person.sql"),
          Sql.of("predictions/make_scored_change.sql"),
          Sql.of("predictions/make_scored_decade.sql"));
  private static final List<Sql> AFTER =
      List.of(
          Sql.of("predictions/analyze_scored_movie.sql"),
          Sql.of("predictions/take_people.sql"),
          Sql.of("predictions/analyze_scored_person.sql"),
          Sql.of("predictions/rate_people.sql"),
          Sql.of("predictions/analyze_scored_movie.sql"),
          Sql.of("predictions/note_decades.sql"),
          Sql.of("predictions/make_scored_before.sql"),
          Sql.of("predictions/analyze_scored_before.sql"),
          Sql.of("predictions/score_movies.sql"),
          Sql.of("predictions/note_score_changes.sql"),
          Sql.of("predictions/note_decades.sql"),
          Sql.of("predictions/record_scoring.sql"),
          Sql.of("predictions/publish_scores.sql"));

  private final Pool pool;
  private final PredictionsConfig config;
  private final Clock clock;
  private final Event<SourceChanged> changed;

  @Inject
  public Scoring(Pool pool, PredictionsConfig config, Clock clock, Event<SourceChanged> changed) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
    this.changed = changed;
  }

  /** True if something was scored. Errors: those of the database; then the marks stay. */
  public Uni<Boolean> run() {
    Map<String, Object> binds =
        Map.of(
            "now", clock.instant(),
            "target_list", config.list(),
            "scoring_version", (short) VERSION);
    return pool.withTransaction(connection -> score(connection, binds))
        .ifNoItem()
        .after(config.transactionWithin())
        .fail()
        .invoke(
            scored -> {
              if (scored) {
                changed.fire(new SourceChanged(SOURCE));
              }
            });
  }

  private Uni<Boolean> score(SqlConnection connection, Map<String, Object> binds) {
    return all(connection, BEFORE, binds)
        .chain(() -> run(connection, STATE, binds))
        .chain(
            rows -> {
              Row due = rows.iterator().next();
              boolean everything = due.getBoolean("everything");
              if (!everything && !due.getBoolean("something")) {
                return Uni.createFrom().item(false);
              }
              Map<String, Object> all = new HashMap<>(binds);
              all.put("everything", everything);
              return all(connection, ROOM, all)
                  .chain(() -> run(connection, everything ? TAKE_ALL : TAKE_DIRTY, all))
                  .chain(() -> all(connection, AFTER, all))
                  .replaceWith(true);
            });
  }

  private static Uni<?> all(SqlConnection connection, List<Sql> steps, Map<String, Object> binds) {
    Uni<?> done = Uni.createFrom().voidItem();
    for (Sql step : steps) {
      done = done.chain(() -> run(connection, step, binds));
    }
    return done;
  }

  private static Uni<RowSet<Row>> run(
      SqlConnection connection, Sql sql, Map<String, Object> binds) {
    return connection.preparedQuery(sql.statement()).execute(sql.bindFrom(binds));
  }
}

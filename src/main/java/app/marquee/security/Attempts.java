package app.marquee.security;

import app.marquee.db.Sql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts what is tried, for all nodes together. */
@ApplicationScoped
class Attempts {
  private static final Sql SPEND = Sql.of("security/spend_attempt.sql");
  private static final Sql WAIT = Sql.of("security/wait_for_attempt.sql");
  private static final Sql GIVE_BACK = Sql.of("security/give_back_attempt.sql");
  private static final Sql FORGET = Sql.of("security/forget_attempts.sql");
  private static final Sql PRUNE = Sql.of("security/prune_attempts.sql");
  private static final Sql PRUNE_PLACES = Sql.of("security/prune_places.sql");

  private final Pool pool;
  private final Clock clock;

  Attempts(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Spends one, if there is one left. */
  Uni<Balance> spend(Allowance allowance, String key) {
    Instant now = clock.instant();
    return pool.preparedQuery(SPEND.statement())
        .execute(SPEND.bindFrom(binds(allowance, key)))
        .chain(
            spent ->
                spent.rowCount() > 0
                    ? Uni.createFrom().item(allowance.balance(spent(spent, now)))
                    : howLong(allowance, key).map(allowance::spentFor));
  }

  private static Duration spent(RowSet<Row> rows, Instant now) {
    return Duration.between(
        now, rows.iterator().next().getOffsetDateTime("spent_until").toInstant());
  }

  private Uni<Duration> howLong(Allowance allowance, String key) {
    return pool.preparedQuery(WAIT.statement())
        .execute(WAIT.bindFrom(binds(allowance, key)))
        .map(rows -> rows.rowCount() == 0 ? 1 : rows.iterator().next().getLong("seconds"))
        .map(Duration::ofSeconds);
  }

  /** It came to nothing that counts. */
  Uni<Void> giveBack(Allowance allowance, String key) {
    return pool.preparedQuery(GIVE_BACK.statement())
        .execute(GIVE_BACK.bindFrom(binds(allowance, key)))
        .replaceWithVoid();
  }

  /** Whatever was tried before counts no more. */
  Uni<Void> forget(Allowance allowance, String key) {
    return FORGET.on(pool, Map.of("kind", allowance.kind(), "key", key)).replaceWithVoid();
  }

  @Scheduled(every = "1h", delayed = "1h")
  Uni<Void> prune() {
    Map<String, Object> now = Map.of("now", clock.instant());
    return PRUNE.on(pool, now).chain(() -> PRUNE_PLACES.on(pool, now)).replaceWithVoid();
  }

  private Map<String, Object> binds(Allowance allowance, String key) {
    Map<String, Object> binds = new HashMap<>(allowance.binds(key));
    binds.put("now", clock.instant());
    return binds;
  }
}

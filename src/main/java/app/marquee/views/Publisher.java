package app.marquee.views;

import app.marquee.db.Sql;
import app.marquee.views.RunReport.KeyOutcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes builds the current ones: one transaction per feature and run.
 *
 * <p>The fence is checked and its lease row locked first, so a holder that slept past its lease
 * publishes nothing and nobody takes the lease in between. The generation comes from one row inside
 * the transaction, so numbers become visible in order. A key whose current build was made from
 * newer facts, or checked later at equal facts, is superseded.
 */
@ApplicationScoped
class Publisher {
  private static final Sql CHECK_FENCE = Sql.of("views/check_fence.sql");
  private static final Sql NEXT_GENERATION = Sql.of("views/next_generation.sql");
  private static final Sql LOCK_BUILDS = Sql.of("views/lock_builds.sql");
  private static final Sql PUBLISH = Sql.of("views/publish_builds.sql");
  private static final Sql CONFIRM = Sql.of("views/confirm_builds.sql");
  private static final Sql MARK = Sql.of("views/mark_keys.sql");

  // A publisher that stalls must not hold the generation's row for long: the database ends its
  // transaction.
  static final String GUARD = "set local idle_in_transaction_session_timeout = 10000";

  // A statement's bodies stand in memory as text, and again as what is sent: so many at once.
  private static final int PORTION_BYTES = 4_000_000;

  private final Pool pool;
  private final Catalog catalog;
  private final Announcer announcer;
  private final Event<ViewEvent> events;

  Publisher(Pool pool, Catalog catalog, Announcer announcer, Event<ViewEvent> events) {
    this.pool = pool;
    this.catalog = catalog;
    this.announcer = announcer;
    this.events = events;
  }

  /** What a publish did. */
  sealed interface Result {
    /** Committed: the builds that are now current, and what became of every key. */
    record Published(RunReport report, List<Build> builds, List<Built.Ready> documents)
        implements Result {}

    /** The run was cancelled; nothing was written. */
    record Cancelled() implements Result {}

    /** The lease was lost; nothing was written. */
    record Lost() implements Result {}
  }

  /**
   * Publishes what was built and confirms what cannot have changed.
   *
   * @param unchanged keys whose facts and definition are those of their current build
   */
  Uni<Result> publish(Claim claim, Snapshot snapshot, List<Built> built, List<Key> unchanged) {
    return pool.withTransaction(
        connection ->
            connection
                .query(GUARD)
                .execute()
                .chain(() -> CHECK_FENCE.on(connection, fence(claim)))
                .chain(
                    held ->
                        held.rowCount() == 0
                            ? Uni.createFrom().item(new Result.Lost())
                            : held.iterator().next().getBoolean("cancelled")
                                ? Uni.createFrom().item(new Result.Cancelled())
                                : publish(connection, claim, snapshot, built, unchanged)));
  }

  private static Map<String, Object> fence(Claim claim) {
    Map<String, Object> binds = RunLog.lease(claim);
    binds.put("log_id", claim.logId());
    return binds;
  }

  private Uni<Result> publish(
      SqlConnection connection,
      Claim claim,
      Snapshot snapshot,
      List<Built> built,
      List<Key> unchanged) {
    String[] keys =
        Stream.concat(built.stream().map(Built::key), unchanged.stream())
            .map(Key::toString)
            .toArray(String[]::new);
    return NEXT_GENERATION
        .on(connection, Map.of())
        .map(rows -> rows.iterator().next().getLong("generation"))
        .chain(
            generation ->
                LOCK_BUILDS
                    .on(connection, Map.of("keys", keys))
                    .map(rows -> current(RunLog.list(rows, Function.identity())))
                    .map(current -> decide(claim, snapshot, generation, built, unchanged, current))
                    .call(decision -> write(connection, decision))
                    .map(PublishDecision::result));
  }

  private PublishDecision decide(
      Claim claim,
      Snapshot snapshot,
      long generation,
      List<Built> built,
      List<Key> unchanged,
      Map<String, Row> current) {
    PublishDecision decision = new PublishDecision(catalog, snapshot, generation, current);
    built.stream()
        .sorted(Comparator.comparing(b -> b.key().toString()))
        .forEach(b -> decision.decide(b, claim.options().accept(), events));
    unchanged.forEach(decision::confirm);
    return decision;
  }

  private static Map<String, Row> current(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.toMap(row -> row.getString("cache_key"), Function.identity()));
  }

  private Uni<Void> write(SqlConnection connection, PublishDecision decision) {
    List<Key> confirmed =
        decision.outcomes().entrySet().stream()
            .filter(outcome -> outcome.getValue() == KeyOutcome.CONFIRMED)
            .map(Map.Entry::getKey)
            .toList();
    return publish(connection, decision)
        .chain(() -> CONFIRM.on(connection, confirmedBinds(decision, confirmed)))
        .chain(() -> MARK.on(connection, marks(decision)))
        .chain(() -> announcer.published(connection, decision.generation()));
  }

  private Uni<Void> publish(SqlConnection connection, PublishDecision decision) {
    Uni<Void> written = Uni.createFrom().voidItem();
    for (List<Built.Ready> portion : portions(decision.refreshed())) {
      written =
          written
              .chain(() -> PUBLISH.on(connection, refreshedBinds(decision, portion)))
              .replaceWithVoid();
    }
    return written;
  }

  private static List<List<Built.Ready>> portions(List<Built.Ready> builds) {
    List<List<Built.Ready>> portions = new ArrayList<>();
    long bytes = 0;
    for (Built.Ready build : builds) {
      bytes += build.body().length;
      if (portions.isEmpty() || bytes > PORTION_BYTES) {
        portions.add(new ArrayList<>());
        bytes = build.body().length;
      }
      portions.get(portions.size() - 1).add(build);
    }
    return portions;
  }

  private Map<String, Object> common(PublishDecision decision) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("as_of", decision.snapshot().asOf());
    binds.put("checked_at", decision.snapshot().takenAt());
    binds.put("built_for", decision.snapshot().now());
    binds.put("generation", decision.generation());
    binds.put("source_version", decision.snapshot().version());
    return binds;
  }

  private Map<String, Object> refreshedBinds(PublishDecision decision, List<Built.Ready> ready) {
    Map<String, Object> binds = common(decision);
    binds.put("keys", texts(ready, b -> b.key().toString()));
    binds.put("view_types", texts(ready, b -> catalog.view(b.key()).type()));
    binds.put("periods", texts(ready, b -> b.key().period()));
    binds.put("filters", texts(ready, b -> b.key().filter()));
    binds.put("bodies", texts(ready, b -> new String(b.body(), StandardCharsets.UTF_8)));
    binds.put("etags", texts(ready, Built.Ready::etag));
    binds.put("definition_hashes", texts(ready, Built.Ready::definition));
    binds.put(
        "record_counts",
        ready.stream().map(b -> b.recordCount(catalog.view(b.key()))).toArray(Integer[]::new));
    binds.put("generation_times", ready.stream().map(Built.Ready::millis).toArray(Integer[]::new));
    binds.put(
        "generated_ats", ready.stream().map(Built.Ready::generatedAt).toArray(Instant[]::new));
    return binds;
  }

  private Map<String, Object> confirmedBinds(PublishDecision decision, List<Key> confirmed) {
    Map<String, Object> binds = common(decision);
    binds.put("keys", texts(confirmed, Key::toString));
    binds.put("definition_hashes", texts(confirmed, decision::definition));
    return binds;
  }

  private static Map<String, Object> marks(PublishDecision decision) {
    List<Map.Entry<Key, KeyOutcome>> outcomes = List.copyOf(decision.outcomes().entrySet());
    return Map.of(
        "generation", decision.generation(),
        "keys", texts(outcomes, e -> e.getKey().toString()),
        "reasons",
            texts(outcomes, e -> e.getValue().failed() ? e.getValue().reason().word() : null));
  }

  private static <T> String[] texts(List<T> items, Function<T, String> text) {
    return items.stream().map(text).toArray(String[]::new);
  }
}

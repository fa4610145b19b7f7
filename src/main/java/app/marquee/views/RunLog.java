package app.marquee.views;

import app.marquee.db.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Refresh runs in the database: who asked for one, who holds it, how it ended. */
@ApplicationScoped
public class RunLog {
  private static final Sql REQUEST = Sql.of("views/request_run.sql");
  private static final Sql ACQUIRE = Sql.of("views/acquire_lease.sql");
  private static final Sql RENEW = Sql.of("views/renew_lease.sql");
  private static final Sql RELEASE = Sql.of("views/release_lease.sql");
  private static final Sql ABANDON = Sql.of("views/abandon_run.sql");
  private static final Sql START = Sql.of("views/start_run.sql");
  private static final Sql RECORD_SNAPSHOT = Sql.of("views/record_snapshot.sql");
  private static final Sql FINISH = Sql.of("views/finish_run.sql");
  private static final Sql RECORD_FAILURES = Sql.of("views/record_failures.sql");
  private static final Sql FIND = Sql.of("views/find_run.sql");
  private static final Sql LIST = Sql.of("views/list_runs.sql");

  private final Pool pool;
  private final Catalog catalog;
  private final ViewsConfig config;
  private final ObjectMapper json;

  /** Random per process: a restarted node is another holder, whatever its host is called. */
  private final String holder = UUID.randomUUID().toString();

  RunLog(Pool pool, Catalog catalog, ViewsConfig config, ObjectMapper json) {
    this.pool = pool;
    this.catalog = catalog;
    this.config = config;
    this.json = json;
  }

  /**
   * The run that will contain what is true now: the running one if its snapshot is new enough, else
   * the queued one.
   */
  Uni<RunTicket> request(Scope scope, Trigger trigger, RunOptions options, String requestedBy) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("scope", scope.toString());
    binds.put("trigger", trigger.word());
    binds.put("requested_by", requestedBy);
    binds.put("sources", sources(scope));
    binds.put("if_stale", options.ifStale());
    binds.put("force", options.force());
    binds.put("accept", options.accept());
    return REQUEST
        .on(pool, binds)
        .map(rows -> rows.iterator().next())
        .map(
            row -> new RunTicket(row.getLong("log_id"), row.getString("status").equals("running")));
  }

  private String[] sources(Scope scope) {
    return scope.keys(catalog).orElse(List.of()).stream()
        .map(key -> catalog.feature(key).name())
        .distinct()
        .toArray(String[]::new);
  }

  /**
   * The queued run of a scope, now this node's; empty if another holds the scope or nothing is
   * queued.
   */
  Uni<Optional<Claim>> claim(Scope scope) {
    return pool.withTransaction(
        connection ->
            ACQUIRE
                .on(connection, Map.of("scope", scope.toString(), "holder", holder, "ttl", ttl()))
                .chain(
                    leased ->
                        leased.rowCount() == 0
                            ? Uni.createFrom().item(Optional.empty())
                            : start(connection, scope, leased.iterator().next().getLong("fence"))));
  }

  private Uni<Optional<Claim>> start(SqlConnection connection, Scope scope, long fence) {
    Map<String, Object> lease = Map.of("scope", scope.toString(), "holder", holder, "fence", fence);
    return ABANDON
        .on(connection, Map.of("scope", scope.toString()))
        .chain(() -> START.on(connection, lease))
        .chain(
            started ->
                started.rowCount() == 0
                    ? RELEASE.on(connection, lease).replaceWith(Optional.<Claim>empty())
                    : Uni.createFrom()
                        .item(Optional.of(claim(started.iterator().next(), scope, fence))));
  }

  private Claim claim(Row row, Scope scope, long fence) {
    RunOptions options =
        new RunOptions(
            row.getBoolean("if_stale"), row.getBoolean("force"), row.getBoolean("accept"));
    return new Claim(
        row.getLong("log_id"),
        scope,
        holder,
        fence,
        Trigger.of(row.getString("trigger")),
        options,
        new Cancellation());
  }

  /**
   * Renews the lease and shows progress, and learns whether the run was cancelled; false once the
   * lease is lost.
   */
  Uni<Boolean> heartbeat(Claim claim, int done, int total) {
    Map<String, Object> binds = lease(claim);
    binds.put("log_id", claim.logId());
    binds.put("ttl", ttl());
    binds.put("done", done);
    binds.put("total", total);
    return RENEW
        .on(pool, binds)
        .invoke(
            rows ->
                rows.forEach(
                    row -> {
                      if (row.getBoolean("cancelled")) {
                        claim.cancellation().ask();
                      }
                    }))
        .map(rows -> rows.rowCount() > 0);
  }

  Uni<Void> recordSnapshot(Claim claim, String source, long version) {
    return RECORD_SNAPSHOT
        .on(pool, Map.of("log_id", claim.logId(), "source", source, "version", version))
        .replaceWithVoid();
  }

  /** Ends the run and its lease. Without effect on a run that was taken over. */
  Uni<Void> finish(Claim claim, RunReport report) {
    return pool.withTransaction(
        connection ->
            // Lease before log, as in every transaction that locks both.
            RELEASE
                .on(connection, lease(claim))
                .chain(() -> FINISH.on(connection, ending(claim, report)))
                .chain(() -> RECORD_FAILURES.on(connection, failures(claim, report)))
                .replaceWithVoid());
  }

  private Map<String, Object> ending(Claim claim, RunReport report) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("log_id", claim.logId());
    binds.put("fence", claim.fence());
    binds.put("generation", report.generation());
    binds.put("status", report.status());
    binds.put("outcomes", outcomes(report));
    binds.put("error_message", report.error().orElse(null));
    binds.put("total", report.outcomes().size());
    binds.put("built", report.outcomes().size() - report.count(RunReport.KeyOutcome.CANCELLED));
    binds.put("refreshed", report.count(RunReport.KeyOutcome.REFRESHED));
    binds.put("confirmed", report.count(RunReport.KeyOutcome.CONFIRMED));
    binds.put("superseded", report.count(RunReport.KeyOutcome.SUPERSEDED));
    binds.put("failed", report.failures());
    return binds;
  }

  private String outcomes(RunReport report) {
    try {
      return json.writeValueAsString(
          report.outcomes().entrySet().stream()
              .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().word())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> failures(Claim claim, RunReport report) {
    List<Map.Entry<Key, RunReport.KeyOutcome>> failed =
        report.outcomes().entrySet().stream().filter(e -> e.getValue().failed()).toList();
    return Map.of(
        "log_id", claim.logId(),
        "keys", failed.stream().map(e -> e.getKey().toString()).toArray(String[]::new),
        "reasons", failed.stream().map(e -> e.getValue().reason().word()).toArray(String[]::new),
        "messages", failed.stream().map(e -> e.getValue().message()).toArray(String[]::new));
  }

  /** One run as a JSON object; empty if there is none of this id. */
  public Uni<Optional<String>> find(long id) {
    return FIND.on(pool, Map.of("log_id", id))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getString("run")));
  }

  /** The newest runs as JSON objects, newest first. */
  public Uni<List<String>> list(int limit) {
    return LIST.on(pool, Map.of("limit", limit))
        .map(rows -> list(rows, row -> row.getString("run")));
  }

  static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    RowIterator<Row> iterator = rows.iterator();
    Iterable<Row> iterable = () -> iterator;
    return StreamSupport.stream(iterable.spliterator(), false).map(read).toList();
  }

  static Map<String, Object> lease(Claim claim) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("scope", claim.scope().toString());
    binds.put("holder", claim.holder());
    binds.put("fence", claim.fence());
    return binds;
  }

  private double ttl() {
    return config.leaseTtl().toMillis() / 1000.0;
  }
}

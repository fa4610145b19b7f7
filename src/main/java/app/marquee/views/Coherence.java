package app.marquee.views;

import app.marquee.db.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Keeps what this node knows equal to the database: every poll reads what was published after the
 * last one, by generation, and compares the number of builds, so that a {@code truncate} empties
 * every memory. Notifications only make a poll come sooner.
 */
@ApplicationScoped
public class Coherence {
  private static final Sql CLUSTER = Sql.of("views/poll_cluster.sql");
  private static final Sql BUILDS = Sql.of("views/poll_builds.sql");
  private static final Sql STATES = Sql.of("views/poll_states.sql");
  private static final long ALL = -1;
  // A connection that hangs must not end all polling.
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Pool pool;
  private final Catalog catalog;
  private final ViewIndex index;
  private final ViewMemory memory;
  private final Arrivals arrivals;
  private final Runs runs;
  private final DatabaseTime time;
  private final ObjectMapper json;
  private final Set<String> undeclared = new HashSet<>();
  private volatile long seen = ALL;
  private volatile Long polled;
  private Uni<Void> running;

  Coherence(
      Pool pool,
      Catalog catalog,
      ViewIndex index,
      ViewMemory memory,
      Arrivals arrivals,
      Runs runs,
      DatabaseTime time,
      ObjectMapper json) {
    this.pool = pool;
    this.catalog = catalog;
    this.index = index;
    this.memory = memory;
    this.arrivals = arrivals;
    this.runs = runs;
    this.time = time;
    this.json = json;
  }

  private record Source(String source, long version, Instant as_of, Instant changed_at) {}

  /** Asks the database what is new. Callers that come while a poll runs share its result. */
  public synchronized Uni<Void> poll() {
    if (running == null) {
      running =
          CLUSTER
              .on(pool, Map.of())
              .map(rows -> rows.iterator().next())
              .chain(this::learn)
              .ifNoItem()
              .after(PATIENCE)
              .fail()
              .onTermination()
              .invoke(this::finished)
              .memoize()
              .indefinitely();
    }
    return running;
  }

  /** Since the last poll that succeeded; empty before the first. */
  public Optional<Duration> sinceLastPoll() {
    return Optional.ofNullable(polled).map(nanos -> Duration.ofNanos(System.nanoTime() - nanos));
  }

  /** Polls until this node has seen a generation that is committed. */
  Uni<Void> pollSince(long generation) {
    // A poll that was under way already may have read before the commit; the next one has not.
    return poll().chain(() -> seen >= generation ? Uni.createFrom().voidItem() : poll());
  }

  /** Polls until what it brings makes the condition true; callers set the deadline. */
  public Uni<Void> pollUntil(BooleanSupplier condition) {
    // Mutiny repeats only items, so each poll gives one.
    return Uni.createFrom()
        .deferred(this::poll)
        .replaceWith(condition::getAsBoolean)
        .onItem()
        .delayIt()
        .by(LOOK_AGAIN)
        .repeat()
        .until(met -> met)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private synchronized void finished() {
    running = null;
  }

  private Uni<Void> learn(Row cluster) {
    time.learn(instant(cluster, "database_time"));
    for (Source source : read(cluster.getString("sources"), new TypeReference<List<Source>>() {})) {
      SourceHistory history = index.source(source.source());
      history.learn(source.version(), source.changed_at());
      history.learnAsOf(source.as_of());
    }
    index.learnPause(
        Optional.ofNullable(cluster.getString("pause"))
            .map(pause -> read(pause, new TypeReference<Pause>() {})));
    List<OpenRun> open = read(cluster.getString("runs"), new TypeReference<List<OpenRun>>() {});
    open.stream().filter(OpenRun::cancelRequested).forEach(run -> runs.end(run.id()));
    index.learnRuns(
        open,
        Optional.ofNullable(cluster.getString("last_run"))
            .map(run -> read(run, new TypeReference<EndedRun>() {})));
    long generation = cluster.getLong("generation");
    long builds = cluster.getLong("builds");
    boolean cleared = seen != ALL && cluster.getLong("cleared") > seen;
    return (generation == seen ? Uni.createFrom().voidItem() : learnSince(seen))
        .chain(
            () ->
                !cleared && index.size() + undeclared.size() == builds && !declaredSince()
                    ? Uni.createFrom().voidItem()
                    : learnAll())
        .invoke(
            () -> {
              seen = generation;
              polled = System.nanoTime();
              if (cleared) {
                memory.clear();
              }
            });
  }

  /** Whether a key that nobody had declared when its build was read is declared now. */
  private boolean declaredSince() {
    return undeclared.stream().anyMatch(key -> catalog.findKey(key).isPresent());
  }

  private Uni<Void> learnSince(long generation) {
    return BUILDS
        .on(pool, Map.of("generation", generation))
        .invoke(this::learnBuilds)
        .chain(() -> STATES.on(pool, Map.of("generation", generation)))
        .invoke(rows -> rows.forEach(this::learnState))
        .replaceWithVoid();
  }

  /** Somebody deleted builds: what is left is read anew. */
  private Uni<Void> learnAll() {
    return BUILDS
        .on(pool, Map.of("generation", ALL))
        .invoke(
            rows -> {
              undeclared.clear();
              index.keepOnly(learnBuilds(rows));
            })
        .replaceWithVoid();
  }

  private Set<Key> learnBuilds(RowSet<Row> rows) {
    List<Build> builds = new ArrayList<>();
    for (Row row : rows) {
      String name = row.getString("cache_key");
      catalog
          .findKey(name)
          .ifPresentOrElse(key -> builds.add(build(key, row)), () -> undeclared.add(name));
    }
    arrivals.learn(builds);
    return builds.stream().map(Build::key).collect(Collectors.toSet());
  }

  private void learnState(Row row) {
    String reason = row.getString("reason");
    catalog
        .findKey(row.getString("cache_key"))
        .ifPresent(
            key ->
                index.learnState(
                    new KeyState(
                        key,
                        pause(row),
                        reason == null ? null : Reason.of(reason),
                        instant(row, "reason_since"))));
  }

  private static Pause pause(Row row) {
    return row.getBoolean("paused")
        ? new Pause(
            row.getString("pause_reason"), instant(row, "paused_at"), row.getString("paused_by"))
        : null;
  }

  private static Build build(Key key, Row row) {
    return new Build(
        key,
        row.getString("etag"),
        row.getInteger("record_count"),
        instant(row, "as_of"),
        instant(row, "generated_at"),
        instant(row, "checked_at"),
        instant(row, "built_for"),
        row.getInteger("generation_time_ms"),
        row.getLong("generation"),
        row.getLong("source_version"),
        row.getString("definition_hash"),
        row.getInteger("bytes"));
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what poll_cluster.sql promises: " + text, e);
    }
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}

package app.marquee.views;

import app.marquee.db.DatabaseProfile;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One node's engine, assembled by hand on a real database; several share one, as in a cluster. */
final class Node {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Vertx VERTX = Vertx.vertx();

  /** How long a replica is waited for. */
  static final Duration LAG = Duration.ofSeconds(1);

  final RecordedEvents events = new RecordedEvents();
  final ManualClock clock;
  final ProbeFeature probe = new ProbeFeature();
  final Catalog catalog = new Catalog(List.of(probe));
  final ViewIndex index = new ViewIndex();
  final ViewMemory memory;
  final DatabaseTime time = new DatabaseTime();
  final Turns turns;
  final Judge judge;
  final Coherence coherence;
  final RunLog log;
  final Snapshots snapshots;
  final Builder builder;
  final Publisher publisher;
  final Refresher refresher;
  final Runs runs;
  final Cancelling cancelling;
  final Triggers triggers;
  final ViewServer server;
  final Verifier verifier;
  final Pauses pauses;
  final Clearing clearing;

  Node(TestDatabase database, Map<String, String> settings) {
    this(database.pool(), Optional.empty(), database.reachedBy(), new ManualClock(), settings);
  }

  Node(Pool pool, ManualClock clock, Map<String, String> settings) {
    this(pool, Optional.empty(), TestDatabase.profile(), clock, settings);
  }

  Node(
      Pool pool,
      Optional<Pool> replica,
      DatabaseProfile profile,
      ManualClock clock,
      Map<String, String> settings) {
    this.clock = clock;
    ViewsConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ViewsConfig.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(ViewsConfig.class);
    ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    memory = new ViewMemory(config);
    turns = new Turns(clock, index);
    judge = new Judge(catalog, config, index, time, turns);
    Arrivals arrivals = new Arrivals(catalog, index, memory, events);
    log = new RunLog(pool, catalog, config, json);
    Announcer announcer = new Announcer(config, profile);
    snapshots =
        new Snapshots(
            pool,
            new Replica(pool, replica, LAG),
            new Interrupts(profile),
            profile,
            config,
            clock,
            events);
    builder = new Builder(snapshots, catalog, config, time);
    publisher = new Publisher(pool, catalog, announcer, events);
    refresher =
        new Refresher(
            catalog, config, index, arrivals, memory, judge, snapshots, builder, publisher, log,
            time, events);
    runs = new Runs(log, refresher, events);
    coherence = new Coherence(pool, catalog, index, memory, arrivals, runs, time, json);
    cancelling = new Cancelling(pool, announcer, runs, events);
    triggers =
        new Triggers(
            catalog, config, index, time, turns, judge, coherence, runs, cancelling, VERTX, events);
    LiveBuilds live = new LiveBuilds(catalog, config, index, snapshots, builder, runs, coherence);
    server =
        new ViewServer(
            catalog,
            config,
            index,
            memory,
            new Bodies(pool, catalog, memory),
            judge,
            live,
            new OnDemand(catalog, config, index, memory, judge, live, coherence, time),
            coherence,
            time);
    verifier = new Verifier(catalog, snapshots, builder, coherence);
    Notices notices = new Notices(pool, announcer, coherence);
    pauses = new Pauses(notices, index, runs);
    clearing = new Clearing(notices);
    triggers.open();
    await(coherence.poll());
    await(turns.advance(catalog.features().iterator().next()));
  }

  /** A database with the probe's tables, and its 60 facts. */
  static TestDatabase database() {
    return TestDatabase.create();
  }

  /** The same, reached as the profile says. */
  static TestDatabase database(DatabaseProfile profile) {
    return TestDatabase.create(profile);
  }

  static void execute(TestDatabase database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }

  /** Asks for a run and executes it here, as the only node that is free. */
  RunReport refresh(Scope scope, RunOptions options) {
    await(runs.enqueue(scope, Trigger.REQUEST, options));
    return await(runs.executeNow(scope)).orElseThrow();
  }

  RunReport refresh() {
    return refresh(Scope.ALL, RunOptions.PLAIN);
  }

  Answer read(Key key) {
    return await(server.read(key));
  }

  /** The page of the default size and order. */
  static String body(Answer answer) {
    Answer.Served served = (Answer.Served) answer;
    Slice slice = new Slice("score", 5, 0, Slice.Format.JSON, Slice.Encoding.IDENTITY);
    return new String(served.bytes().of(slice), StandardCharsets.UTF_8);
  }
}

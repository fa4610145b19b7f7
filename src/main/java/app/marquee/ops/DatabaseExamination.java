package app.marquee.ops;

import static app.marquee.cli.Finding.fail;
import static app.marquee.cli.Finding.ok;
import static app.marquee.cli.Finding.warn;

import app.marquee.cli.Examination;
import app.marquee.cli.Finding;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server, the account's rights, the tables, the connections, the clocks. */
@ApplicationScoped
class DatabaseExamination implements Examination {
  private static final Sql FACTS = Sql.of("ops/database_facts.sql");
  private static final int OLDEST = 15;
  private static final Duration SKEW_FELT = Duration.ofSeconds(2);
  // JDBC's own two, and the one that listens.
  private static final int BESIDE_THE_POOL = 3;
  private static final long MEGABYTE = 1 << 20;

  private final Pool pool;
  private final Migrations migrations;
  private final int poolSize;

  /** Not the injected one: a replay clock is meant to differ. */
  private final Clock wall = Clock.systemUTC();

  DatabaseExamination(
      Pool pool,
      Migrations migrations,
      @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int poolSize) {
    this.pool = pool;
    this.migrations = migrations;
    this.poolSize = poolSize;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Uni<List<Finding>> examine() {
    return FACTS
        .on(pool, Map.of())
        .map(rows -> rows.iterator().next())
        .map(row -> new Facts(row, wall.instant()))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            facts ->
                List.of(
                    version(facts),
                    privileges(facts),
                    migrations(),
                    connections(facts),
                    clock(facts.skew()),
                    ok("database size", facts.bytes() / MEGABYTE + " MB")));
  }

  private record Facts(Row row, Instant answered) {
    int number(String column) {
      return row.getInteger(column);
    }

    boolean flag(String column) {
      return row.getBoolean(column);
    }

    long bytes() {
      return row.getLong("bytes");
    }

    Duration skew() {
      return Duration.between(row.getOffsetDateTime("database_time").toInstant(), answered);
    }
  }

  private static Finding version(Facts facts) {
    String version = "PostgreSQL " + facts.row().getString("version");
    if (facts.number("major") < OLDEST) {
      return fail("database", version + " is too old: use 15 or newer");
    }
    return facts.flag("replica")
        ? fail("database", version + " is a replica and takes no writes: name the primary")
        : ok("database", version);
  }

  private static Finding privileges(Facts facts) {
    String account = facts.row().getString("account");
    if (!facts.flag("may_create") || !facts.flag("may_make_temporary_tables")) {
      return fail(
          "privileges",
          account + " may not create tables: grant it create on the schema and temporary");
    }
    long foreign = facts.row().getLong("tables_of_others");
    return foreign == 0
        ? ok("privileges", account + " may create, change and comment on its tables")
        : warn(
            "privileges",
            "%d tables belong to others than %s, who cannot migrate them: alter their owner"
                .formatted(foreign, account));
  }

  private Finding migrations() {
    return migrations
        .complaint()
        .map(complaint -> fail("migrations", complaint))
        .orElseGet(
            () -> ok("migrations", "at V" + migrations.newest().map(String::valueOf).orElse("-")));
  }

  private Finding connections(Facts facts) {
    int allowed = facts.number("connections");
    int wanted = poolSize + BESIDE_THE_POOL;
    String text = "a node takes %d of the %d the server allows".formatted(wanted, allowed);
    return wanted <= allowed
        ? ok("connections", text)
        : fail("connections", text + ": raise max_connections, or lower the pool's size");
  }

  static Finding clock(Duration skew) {
    String text =
        "this machine's is %.1f s %s the database's"
            .formatted(skew.abs().toMillis() / 1000.0, skew.isNegative() ? "behind" : "ahead of");
    return skew.abs().compareTo(SKEW_FELT) <= 0
        ? ok("clock", text)
        : warn("clock", text + ": let both follow one time server");
  }
}

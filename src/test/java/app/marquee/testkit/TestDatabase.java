package app.marquee.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.db.DatabaseProfile;
import app.marquee.db.DatabaseUrl;
import app.marquee.db.RetryingPool;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh database on a real PostgreSQL, migrated, of nobody else's concern.
 *
 * <p>As a static field with {@code @RegisterExtension} it is dropped after the class; otherwise
 * {@link #close} it. Making one takes some 20 ms: it is a copy of a migrated template.
 */
public final class TestDatabase implements AutoCloseable, AfterAllCallback {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int POOL_SIZE = 16;

  // Its threads are daemons; one of them costs more to make than a database.
  private static final Vertx VERTX = Vertx.vertx();

  private final DatabaseUrl url;
  private final DatabaseProfile reachedBy;
  private Pool pool;

  private TestDatabase(DatabaseUrl url, DatabaseProfile reachedBy) {
    this.url = url;
    this.reachedBy = reachedBy;
  }

  public static TestDatabase create() {
    return create(profile());
  }

  /**
   * Reached as the profile says: by {@code POOLER} through a PgBouncer in transaction mode, without
   * which the test is skipped.
   */
  public static TestDatabase create(DatabaseProfile profile) {
    if (profile == DatabaseProfile.POOLER) {
      assumeTrue(PgBouncer.installed(), "Debian's package pgbouncer is not installed");
    }
    return copyOf(TestServer.template(), profile);
  }

  /** That of all tests that ask for none: {@code -Dmarquee.test.profile=distributed}. */
  public static DatabaseProfile profile() {
    return DatabaseProfile.valueOf(
        System.getProperty("marquee.test.profile", "postgres").toUpperCase(Locale.ROOT));
  }

  /** Without any table of ours. */
  public static TestDatabase createEmpty() {
    return copyOf("template0", profile());
  }

  /** As an application is to reach it. */
  public DatabaseUrl url() {
    return reachedBy == DatabaseProfile.POOLER ? TestServer.pooled(url) : url;
  }

  public DatabaseProfile reachedBy() {
    return reachedBy;
  }

  public String jdbcUrl() {
    return url.jdbcUrl();
  }

  /** The reactive client of this database, opened at the first call. */
  public synchronized Pool pool() {
    if (pool == null) {
      io.vertx.sqlclient.Pool bare = newPool();
      pool = reachedBy.repeats() ? new RetryingPool(bare) : Pool.newInstance(bare);
    }
    return pool;
  }

  /** What a client of its own needs to connect as the profile says; a test may change it. */
  public PgConnectOptions options() {
    return PgConnectOptions.fromUri(url().reactiveUrl())
        .setUser(url.user())
        .setPassword(url.password())
        .setCachePreparedStatements(reachedBy.keepsSessions())
        .setUseLayer7Proxy(!reachedBy.keepsSessions());
  }

  /** A JDBC connection of its own, for the caller to close. */
  public Connection connect() throws SQLException {
    return TestServer.connect(url);
  }

  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.closeAndAwait();
      pool = null;
    }
    TestServer.administer("drop_database.sql", url.database());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    // Called for every nested class too, while the outer one still needs it.
    if (context.getRequiredTestClass().getEnclosingClass() == null) {
      close();
    }
  }

  private static TestDatabase copyOf(String template, DatabaseProfile profile) {
    // The class is loaded once by JUnit and once by Quarkus, each with a counter of its own.
    String name =
        "test_%d_%x"
            .formatted(
                NUMBER.incrementAndGet(),
                System.identityHashCode(TestDatabase.class.getClassLoader()));
    TestServer.administer("copy_" + template + ".sql", name);
    return new TestDatabase(TestServer.address().withDatabase(name), profile);
  }

  private io.vertx.sqlclient.Pool newPool() {
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(POOL_SIZE))
        .connectingTo(options())
        .using(VERTX)
        .build();
  }
}

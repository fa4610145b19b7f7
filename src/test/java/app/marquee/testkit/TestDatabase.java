package app.marquee.testkit;

import app.marquee.db.DatabaseUrl;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.SQLException;
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

  private final DatabaseUrl url;
  private Vertx vertx;
  private Pool pool;

  private TestDatabase(DatabaseUrl url) {
    this.url = url;
  }

  public static TestDatabase create() {
    return copyOf(TestServer.template());
  }

  /** Without any table of ours. */
  public static TestDatabase createEmpty() {
    return copyOf("template0");
  }

  public DatabaseUrl url() {
    return url;
  }

  public String jdbcUrl() {
    return url.jdbcUrl();
  }

  /** The reactive client of this database, opened at the first call. */
  public synchronized Pool pool() {
    if (pool == null) {
      vertx = Vertx.vertx();
      pool = Pool.newInstance(newPool(vertx));
    }
    return pool;
  }

  /** A JDBC connection of its own, for the caller to close. */
  public Connection connect() throws SQLException {
    return TestServer.connect(url);
  }

  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.closeAndAwait();
      vertx.close().toCompletionStage().toCompletableFuture().join();
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

  private static TestDatabase copyOf(String template) {
    // The class is loaded once by JUnit and once by Quarkus, each with a counter of its own.
    String name =
        "test_%d_%x"
            .formatted(
                NUMBER.incrementAndGet(),
                System.identityHashCode(TestDatabase.class.getClassLoader()));
    TestServer.administer("copy_" + template + ".sql", name);
    return new TestDatabase(TestServer.address().withDatabase(name));
  }

  private io.vertx.sqlclient.Pool newPool(Vertx vertx) {
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(POOL_SIZE))
        .connectingTo(
            PgConnectOptions.fromUri(url.reactiveUrl())
                .setUser(url.user())
                .setPassword(url.password())
                .setCachePreparedStatements(true))
        .using(vertx)
        .build();
  }
}

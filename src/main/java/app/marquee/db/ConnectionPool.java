package app.marquee.db;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The pool of the reactive client, whose connections are given up once the other side has said
 * nothing for too long. Without that a server that is gone without a word, or a proxy that hangs,
 * keeps every connection, and what waits on it, for ever.
 */
@Singleton
public class ConnectionPool implements PgPoolCreator {
  private final ConnectionsConfig config;

  ConnectionPool(ConnectionsConfig config) {
    this.config = config;
  }

  @Override
  public Pool create(Input input) {
    input.pgConnectOptionsList().forEach(this::bound);
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }

  /** The same for connections that somebody opens beside the pool. */
  public void bound(PgConnectOptions options) {
    options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    options.setReadIdleTimeout((int) config.silentFor().toMillis());
    // Notices a machine that is gone, where the network does not hide it.
    options.setTcpKeepAlive(true);
  }
}

package app.marquee.db;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
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
    // Where the network does not hide it, the kernel notices a machine that is gone.
    input.pgConnectOptionsList().forEach(options -> options.setTcpKeepAlive(true));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .withConnectHandler(
            connection -> {
              watch(connection);
              connection.close();
            })
        .using(input.vertx())
        .build();
  }

  /** Has a connection closed after that silence; also one that somebody opens beside the pool. */
  public void watch(SqlConnection connection) {
    // Not by the client's own idle timeout: it takes leave of the other side and waits for an
    // answer. In front of all other handlers, closing is closing.
    socket(connection)
        .socket()
        .channelHandlerContext()
        .pipeline()
        .addFirst(new Silence(config.silentFor()));
  }

  /** Closes a connection for good: its pool has forgotten it when this ends, and makes another. */
  public static Uni<Void> drop(io.vertx.mutiny.sqlclient.SqlConnection connection) {
    SocketConnectionBase lowest = socket(connection.getDelegate());
    return Uni.createFrom()
        .emitter(
            gone ->
                lowest
                    .context()
                    .runOnContext(here -> close(connection.getDelegate(), lowest, gone)));
  }

  /** On the connection's own event loop, so that nothing closes it between asking and listening. */
  private static void close(
      SqlConnection connection, SocketConnectionBase lowest, UniEmitter<? super Void> gone) {
    if (!lowest.socket().channelHandlerContext().channel().isActive()) {
      gone.complete(null);
      return;
    }
    // The pool hears of it in the same turn, but later.
    connection.closeHandler(closed -> lowest.context().runOnContext(later -> gone.complete(null)));
    lowest.socket().close();
  }

  private static final class Silence extends IdleStateHandler {
    Silence(Duration longest) {
      super(longest.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext connection, IdleStateEvent event) {
      connection.close();
    }
  }

  private static SocketConnectionBase socket(SqlConnection connection) {
    Connection below = ((SqlConnectionInternal) connection).unwrap();
    while (!(below instanceof SocketConnectionBase)) {
      below = below.unwrap();
    }
    return (SocketConnectionBase) below;
  }
}

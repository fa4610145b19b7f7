package app.marquee.views;

import app.marquee.db.ConnectionPool;
import app.marquee.db.DatabaseProfile;
import app.marquee.db.DatabaseUrl;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The replica that runs read from, if there is one.
 *
 * <p>How far it has come is told by the source's version and by nothing else: its clock, and the
 * time of what it replayed last, say little about a primary where nothing happens.
 */
@ApplicationScoped
class Replica {
  private static final Sql SOURCE = Sql.of("views/source_now.sql");
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Pool primary;
  private final Optional<Site> site;
  private final Duration patience;

  @Inject
  Replica(
      Pool primary,
      ReplicaConfig config,
      ViewsConfig views,
      DatabaseProfile profile,
      ConnectionPool connections,
      Vertx vertx) {
    this(
        primary,
        config
            .url()
            .map(url -> pool(DatabaseUrl.parse(url), config, views, profile, connections, vertx)),
        config.patience());
  }

  Replica(Pool primary, Optional<Pool> replica, Duration patience) {
    this.primary = primary;
    this.site = replica.map(pool -> new Site(pool, true, true));
    this.patience = patience;
  }

  Optional<Site> site() {
    return site;
  }

  /**
   * Waits until it has the facts of a feature that the primary has now.
   *
   * @return the primary's time at which they were the newest. Errors: those of both databases;
   *     {@link io.smallrye.mutiny.TimeoutException} when it lags for longer than it is waited for
   */
  Uni<Instant> abreast(Site replica, Feature feature) {
    return SOURCE
        .on(primary, Map.of("source", feature.name()))
        .map(rows -> rows.iterator().next())
        .chain(
            present ->
                reach(replica, feature, present.getLong("version"))
                    .ifNoItem()
                    .after(patience)
                    .fail()
                    .replaceWith(present.getOffsetDateTime("at").toInstant()));
  }

  private Uni<Void> reach(Site replica, Feature feature, long version) {
    return SOURCE
        .on(replica.pool(), Map.of("source", feature.name()))
        .map(rows -> rows.iterator().next())
        .chain(
            row -> {
              if (!row.getBoolean("follows")) {
                return Uni.createFrom().failure(new IOException("it follows no primary"));
              }
              return row.getLong("version") >= version
                  ? Uni.createFrom().voidItem()
                  : Uni.createFrom()
                      .voidItem()
                      .onItem()
                      .delayIt()
                      .by(LOOK_AGAIN)
                      .chain(() -> reach(replica, feature, version));
            });
  }

  @PreDestroy
  void close() {
    site.ifPresent(replica -> replica.pool().closeAndForget());
  }

  private static Pool pool(
      DatabaseUrl url,
      ReplicaConfig config,
      ViewsConfig views,
      DatabaseProfile profile,
      ConnectionPool connections,
      Vertx vertx) {
    // The builders of one run and its exporter, and the reads that compute.
    int most = views.refreshConcurrency() + 1 + views.liveConcurrency();
    PgConnectOptions options =
        PgConnectOptions.fromUri(url.reactiveUrl())
            .setUser(url.user())
            .setPassword(url.password())
            .setUseLayer7Proxy(!profile.keepsSessions());
    options.setConnectTimeout((int) config.patience().toMillis());
    return Pool.newInstance(
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(most))
            .connectingTo(options)
            .withConnectHandler(
                connection -> {
                  connections.watch(connection);
                  connection.close();
                })
            .using(vertx)
            .build());
  }
}

package app.marquee.views;

import app.marquee.db.ConnectionPool;
import app.marquee.db.DatabaseFailure;
import app.marquee.db.DatabaseProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Listens on a connection of its own for the announcements of publishes and polls at once when one
 * comes. Whatever is lost while it reconnects, the next poll finds.
 */
@ApplicationScoped
public class Announcements {
  private static final String CHANNEL = "marquee_views";
  private static final Duration RECONNECT_EVERY = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final ViewsConfig config;
  private final DatabaseProfile profile;
  private final Coherence coherence;
  private final ConnectionPool connections;
  private final String url;
  private final String user;
  private final String password;
  private volatile PgSubscriber subscriber;

  Announcements(
      Vertx vertx,
      ViewsConfig config,
      DatabaseProfile profile,
      Coherence coherence,
      ConnectionPool connections,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.vertx = vertx;
    this.config = config;
    this.profile = profile;
    this.coherence = coherence;
    this.connections = connections;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  public void listen() {
    if (!config.announce() || !profile.keepsSessions()) {
      return;
    }
    PgConnectOptions options =
        PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
            .setUser(user)
            .setPassword(password);
    subscriber = PgSubscriber.subscriber(vertx, options);
    subscriber.reconnectPolicy(retries -> RECONNECT_EVERY.toMillis());
    subscriber
        .channel(CHANNEL)
        .handler(generation -> poll())
        .subscribeHandler(
            subscribed -> {
              connections.watch(subscriber.actualConnection());
              poll();
            });
    subscriber.connect();
  }

  /** Whether its connection stands; empty where nothing is listened for. */
  public Optional<Boolean> connected() {
    return Optional.ofNullable(subscriber).map(listening -> listening.actualConnection() != null);
  }

  private void poll() {
    coherence
        .poll()
        .onFailure(DatabaseFailure::is)
        .recoverWithNull()
        .subscribe()
        .with(nothing -> {});
  }

  void onStop(@Observes ShutdownEvent stop) {
    if (subscriber != null) {
      subscriber.close();
    }
  }
}

package app.marquee.predictions;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.Sql;
import app.marquee.views.ViewEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The profiles as this node knows them, in memory, because keys are made of them.
 *
 * <p>Read at the start, before anything asks for keys; after this node's own edits; and whenever a
 * poll finds the version of the source {@code profiles} moved, which is how another node's edits
 * arrive. An edit is in the database before it is here, so for one poll two nodes may weigh
 * differently; each says so by the definition of the builds it takes for fresh.
 */
@ApplicationScoped
class Profiles {
  private static final Sql LIST = Sql.of("predictions/list_profiles.sql");
  private static final Sql DELETE_BUILDS = Sql.of("predictions/delete_builds.sql");
  private static final Sql VERSION = Sql.of("predictions/profiles_version.sql");
  private static final int BEFORE_THE_START_SEQUENCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Pool pool;
  private final Event<ViewEvent> events;
  private volatile Known known = new Known(-1, List.of());

  private record Known(long version, List<Profile> profiles) {
    List<String> activeSlugs() {
      return profiles.stream().filter(Profile::active).map(Profile::slug).toList();
    }
  }

  Profiles(Pool pool, Event<ViewEvent> events) {
    this.pool = pool;
    this.events = events;
  }

  void onStart(@Observes @Priority(BEFORE_THE_START_SEQUENCE) StartupEvent start) {
    tolerant(learn()).await().atMost(PATIENCE.multipliedBy(2));
  }

  /** Shipped ones first, then by age. */
  List<Profile> all() {
    return known.profiles();
  }

  /** The slugs that keys are made of. */
  List<String> active() {
    return known.activeSlugs();
  }

  Optional<Profile> find(String slug) {
    return all().stream().filter(profile -> profile.slug().equals(slug)).findFirst();
  }

  /** Who is meant when nobody is named; null before the profiles are known. */
  String defaultSlug() {
    return Stream.concat(all().stream().filter(Profile::isDefault), all().stream())
        .filter(Profile::active)
        .map(Profile::slug)
        .findFirst()
        .orElse(null);
  }

  /** Learns what others have edited; true if they have. */
  Uni<Boolean> poll() {
    return tolerant(
            version()
                .chain(
                    version ->
                        version == known.version()
                            ? Uni.createFrom().item(false)
                            : learn().replaceWith(true)))
        .map(Boolean.TRUE::equals);
  }

  /**
   * Reads them anew. The version comes first: what is edited meanwhile is read again. A node that
   * did not know yet may have published for a profile that has gone, so its builds are deleted once
   * more.
   */
  Uni<Void> learn() {
    return version()
        .chain(
            version ->
                LIST.on(pool, Map.of())
                    .map(rows -> StreamSupport.stream(rows.spliterator(), false))
                    .map(rows -> new Known(version, rows.map(Profile::of).toList())))
        .chain(
            read -> {
              List<String> gone =
                  active().stream().filter(slug -> !read.activeSlugs().contains(slug)).toList();
              known = read;
              return gone.isEmpty() ? Uni.createFrom().voidItem() : deleteBuilds(pool, gone);
            });
  }

  static Uni<Void> deleteBuilds(SqlClient client, List<String> slugs) {
    return DELETE_BUILDS
        .on(client, Map.of("profiles", slugs.toArray(String[]::new)))
        .replaceWithVoid();
  }

  private Uni<Long> version() {
    return VERSION
        .on(pool, Map.of())
        .map(rows -> rows.iterator().next())
        .map((Row row) -> row.getLong("version"));
  }

  /** A database that is away is told as an event, and null; what is known stays. */
  private <T> Uni<T> tolerant(Uni<T> work) {
    return work.ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure(DatabaseFailure::is)
        .recoverWithUni(
            failure -> {
              events.fire(new ViewEvent.PollFailed(String.valueOf(failure.getMessage())));
              return Uni.createFrom().nullItem();
            });
  }
}

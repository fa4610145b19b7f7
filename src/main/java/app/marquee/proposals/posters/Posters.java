package app.marquee.proposals.posters;

import app.marquee.proposals.posters.PosterShelf.Found;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The posters of films, for whoever asks: from memory, else by one statement. */
@ApplicationScoped
class Posters {
  private final Pool pool;
  private final PosterMemory memory;
  private final PosterShelf shelf;
  private final PosterFetcher fetcher;
  private final AuditLog audit;

  Posters(
      Pool pool, PosterMemory memory, PosterShelf shelf, PosterFetcher fetcher, AuditLog audit) {
    this.pool = pool;
    this.memory = memory;
    this.shelf = shelf;
    this.fetcher = fetcher;
    this.audit = audit;
  }

  /** Empty while there is none; one that is due is fetched behind the answer. */
  Uni<Optional<Picture>> find(String imdbId, PosterSize size) {
    Optional<Picture> held = memory.find(imdbId, size);
    return held.isPresent()
        ? Uni.createFrom().item(held)
        : shelf.find(imdbId, size).map(found -> learn(imdbId, size, found));
  }

  private Optional<Picture> learn(String imdbId, PosterSize size, Found found) {
    if (found.due()) {
      fetcher.want(imdbId);
    }
    found.picture().ifPresent(picture -> memory.hold(imdbId, size, picture));
    if (found.picture().isPresent() && found.firstUseToday()) {
      shelf
          .touch(imdbId)
          .subscribe()
          .with(done -> {}, failure -> PosterLog.broken(imdbId, failure));
    }
    return found.picture();
  }

  /** Forgets a poster; whoever wants it next has it fetched again. */
  Uni<Void> drop(Caller caller, String imdbId) {
    return pool.withTransaction(
            connection ->
                shelf
                    .drop(connection, imdbId)
                    .chain(
                        there ->
                            there
                                ? audit.record(
                                    connection,
                                    caller,
                                    AuditLog.Entry.of("poster-dropped", "film " + imdbId))
                                : Uni.createFrom().voidItem()))
        .invoke(() -> memory.evict(imdbId));
  }
}

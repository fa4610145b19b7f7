package app.marquee.security;

import app.marquee.db.Sql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which tokens are still in use: written once a minute, so that using one writes nothing. */
@ApplicationScoped
class TokenUses {
  private static final Sql NOTE = Sql.of("security/note_token_uses.sql");

  private final Set<String> hashes = ConcurrentHashMap.newKeySet();
  private final Pool pool;
  private final Clock clock;

  TokenUses(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  void note(ApiToken token) {
    hashes.add(token.hash());
  }

  @Scheduled(every = "1m", delayed = "1m")
  Uni<Void> write() {
    String[] used = hashes.toArray(String[]::new);
    if (used.length == 0) {
      return Uni.createFrom().voidItem();
    }
    hashes.removeAll(Set.of(used));
    return NOTE.on(pool, Map.of("hashes", used, "now", clock.instant())).replaceWithVoid();
  }
}

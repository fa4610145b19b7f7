package app.marquee.parks;

import app.marquee.db.Sql;
import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The time zones of the active parks, kept at hand: they turn the day of every ranking. */
@ApplicationScoped
class ParkZones {
  private static final String CACHE = "park-zones";
  private static final Sql FIND = Sql.of("parks/find_zones.sql");

  private final Pool pool;

  ParkZones(Pool pool) {
    this.pool = pool;
  }

  /** Distinct, ordered by name. Another node's import shows once the cache's entry expires. */
  @CacheResult(cacheName = CACHE)
  Uni<List<ZoneId>> ofActiveParks() {
    return FIND.on(pool, Map.of())
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> ZoneId.of(row.getString("timezone")))
                    .toList());
  }

  @CacheInvalidateAll(cacheName = CACHE)
  void forget() {}
}

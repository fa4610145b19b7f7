package app.marquee.proposals.metadata;

import app.marquee.db.Sql;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** How the metadata of all films stands. */
@Singleton
class MetadataStats {
  private static final Sql STATS = Sql.of("proposals/metadata_stats.sql");

  private final Pool pool;
  private final Clock clock;
  private final UpstreamCalls calls;

  MetadataStats(Pool pool, Clock clock, UpstreamCalls calls) {
    this.pool = pool;
    this.clock = clock;
    this.calls = calls;
  }

  /** Calls of this node to a provider that ended so. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Upstream(String provider, String outcome, long calls) {}

  /**
   * Films by how much is known of them.
   *
   * @param oldest when the oldest data came in; null without any
   * @param hitRate share of the films whose data is fresh; null without any film
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Report(
      boolean success,
      int total,
      int noCache,
      int validCache,
      int staleCache,
      int notFound,
      int erroring,
      Instant oldest,
      Double hitRate,
      List<Upstream> upstream) {}

  /** Errors: those of the database. */
  Uni<Report> report() {
    return STATS
        .on(pool, Map.of("now", clock.instant()))
        .map(rows -> report(rows.iterator().next()));
  }

  private Report report(Row row) {
    OffsetDateTime oldest = row.getOffsetDateTime("oldest");
    return new Report(
        true,
        row.getInteger("total"),
        row.getInteger("no_cache"),
        row.getInteger("valid_cache"),
        row.getInteger("stale_cache"),
        row.getInteger("not_found"),
        row.getInteger("erroring"),
        oldest == null ? null : oldest.toInstant(),
        row.getDouble("hit_rate"),
        calls.list().stream()
            .map(count -> new Upstream(count.provider(), count.outcome(), count.calls()))
            .toList());
  }
}

package app.marquee.proposals.metadata;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What all nodes know of the providers: pauses, and the calls of the day. Days are UTC. */
@Singleton
class ProviderLedger {
  private static final Sql TAKE = Sql.of("proposals/take_call.sql");
  private static final Sql PAUSE = Sql.of("proposals/pause_provider.sql");
  private static final Sql LIST = Sql.of("proposals/list_providers.sql");

  private final Pool pool;
  private final Clock clock;

  ProviderLedger(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** A provider's row; {@code pausedUntil} and its reason are null while it is not paused. */
  record Entry(String provider, Instant pausedUntil, String reason, int used) {}

  /** Takes one call of the day; empty if it may be made. Errors: those of the database. */
  Uni<Optional<Reply.Withheld>> take(String provider, int budget) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("provider", provider);
    binds.put("budget", budget);
    binds.put("day", today());
    binds.put("now", clock.instant());
    return TAKE.on(pool, binds).map(rows -> withheld(rows.iterator().next()));
  }

  /** Nobody asks it until then; a longer pause that is under way stays. */
  Uni<Void> pause(String provider, Instant until, String reason) {
    return PAUSE
        .on(pool, Map.of("provider", provider, "until", until, "reason", reason))
        .replaceWithVoid();
  }

  /** Those that were ever called. */
  Uni<List<Entry>> list() {
    return LIST.on(pool, Map.of("day", today(), "now", clock.instant()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::entry).toList());
  }

  /** When the day's calls begin anew. */
  Instant dayTurns() {
    return today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant in(Duration pause) {
    return clock.instant().plus(pause);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Optional<Reply.Withheld> withheld(Row row) {
    if (row.getBoolean("taken")) {
      return Optional.empty();
    }
    OffsetDateTime until = row.getOffsetDateTime("paused_until");
    return Optional.of(
        until == null
            ? new Reply.Withheld("its calls of the day are spent", dayTurns())
            : new Reply.Withheld("paused: " + row.getString("pause_reason"), until.toInstant()));
  }

  private Entry entry(Row row) {
    OffsetDateTime until = row.getOffsetDateTime("paused_until");
    return new Entry(
        row.getString("provider"),
        until == null ? null : until.toInstant(),
        row.getString("pause_reason"),
        row.getInteger("used"));
  }
}

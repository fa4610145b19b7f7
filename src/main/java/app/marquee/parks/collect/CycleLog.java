package app.marquee.parks.collect;

import app.marquee.db.Sql;
import app.marquee.parks.Provider;
import app.marquee.parks.collect.CycleReport.Failure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The tables in which nodes agree on who collects what, and say what came of it. */
@ApplicationScoped
class CycleLog {
  private static final Sql CLAIM_SLOT = Sql.of("collect/claim_slot.sql");
  private static final Sql FAIL_ABANDONED = Sql.of("collect/fail_abandoned.sql");
  private static final Sql FINISH_CYCLE = Sql.of("collect/finish_cycle.sql");
  private static final Sql LAST_DELIVERIES = Sql.of("collect/last_deliveries.sql");
  private static final Sql SCHEDULES_SINCE = Sql.of("collect/schedules_since.sql");
  private static final Sql NOTE_SCHEDULE = Sql.of("collect/note_schedule.sql");

  private final Pool pool;

  CycleLog(Pool pool) {
    this.pool = pool;
  }

  /** The new cycle's id; empty if the slot is taken. */
  Uni<Optional<Long>> claim(Provider provider, Instant slot, Instant now) {
    return CLAIM_SLOT
        .on(pool, Map.of("provider", provider.word(), "slot_at", slot, "now", now))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getLong("cycle_id")));
  }

  Uni<Void> failAbandoned(Provider provider, Instant before, Instant now) {
    return FAIL_ABANDONED
        .on(pool, Map.of("provider", provider.word(), "before", before, "now", now))
        .replaceWithVoid();
  }

  Uni<Void> finish(long cycle, CycleReport report, Instant now) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("cycle_id", cycle);
    binds.put("now", now);
    binds.put("status", report.status());
    binds.put("parks_total", report.total());
    binds.put("parks_failed", report.failed());
    binds.put("snapshots", report.snapshots());
    binds.put("error_message", report.status().equals("failed") ? "every park failed" : null);
    binds.put("refs", column(report, Failure::ref));
    binds.put("steps", column(report, Failure::step));
    binds.put("reasons", column(report, failure -> failure.reason().word()));
    binds.put("messages", column(report, Failure::message));
    return FINISH_CYCLE.on(pool, binds).replaceWithVoid();
  }

  private static String[] column(CycleReport report, Function<Failure, String> of) {
    return report.failures().stream().map(of).toArray(String[]::new);
  }

  /** Of every provider that ever delivered. */
  Uni<Map<Provider, Instant>> lastDeliveries() {
    return LAST_DELIVERIES
        .on(pool, Map.of())
        .map(
            rows -> {
              Map<String, Instant> at = new HashMap<>();
              rows.forEach(
                  row ->
                      at.put(
                          row.getString("provider"),
                          row.getOffsetDateTime("delivered_at").toInstant()));
              Map<Provider, Instant> byProvider = new EnumMap<>(Provider.class);
              for (Provider provider : Provider.values()) {
                if (at.containsKey(provider.word())) {
                  byProvider.put(provider, at.get(provider.word()));
                }
              }
              return byProvider;
            });
  }

  /** The parks whose opening hours were taken in after an instant. */
  Uni<Set<String>> schedulesSince(Provider provider, Instant since) {
    return SCHEDULES_SINCE
        .on(pool, Map.of("provider", provider.word(), "since", since))
        .map(
            rows -> {
              Set<String> refs = new HashSet<>();
              rows.forEach(row -> refs.add(row.getString("park_ref")));
              return refs;
            });
  }

  Uni<Void> noteSchedule(Provider provider, String ref, Instant now) {
    return NOTE_SCHEDULE
        .on(pool, Map.of("provider", provider.word(), "park_ref", ref, "now", now))
        .replaceWithVoid();
  }
}

package app.marquee.parks;

import app.marquee.db.Sql;
import app.marquee.views.PruneStep;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whole months of raw snapshots, which are closed by it. What is rolled up from them stays. */
@ApplicationScoped
public class PruneSnapshots implements PruneStep {
  private static final Sql MONTHS = Sql.of("parks/months_to_close.sql");
  private static final Sql CLOSE = Sql.of("parks/close_month.sql");

  private final Pool pool;
  private final ParksConfig config;
  private final Clock clock;

  @Inject
  PruneSnapshots(Pool pool, ParksConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "months of snapshots";
  }

  @Override
  public Uni<Pruned> prune(boolean dryRun) {
    Instant now = clock.instant();
    return MONTHS
        .on(pool, Map.of("before", now.minus(config.keepSnapshots())))
        .map(
            rows -> {
              List<LocalDate> months = new ArrayList<>();
              rows.forEach(row -> months.add(row.getLocalDate("month")));
              return months;
            })
        .chain(months -> dryRun ? Uni.createFrom().item(months) : close(months, now))
        .map(months -> Pruned.named(months.stream().map(PruneSnapshots::text).toList()));
  }

  /** Each in a transaction of its own, so that a reader waits for one at most. */
  private Uni<List<LocalDate>> close(List<LocalDate> months, Instant now) {
    return Multi.createFrom()
        .iterable(months)
        .onItem()
        .transformToUniAndConcatenate(
            month ->
                CLOSE
                    .on(pool, Map.of("month", month, "now", now))
                    .map(rows -> rows.iterator().next().getBoolean("closed") ? month : null))
        .collect()
        .asList();
  }

  private static String text(LocalDate month) {
    return YearMonth.from(month).toString();
  }
}

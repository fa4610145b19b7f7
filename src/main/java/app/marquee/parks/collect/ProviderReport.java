package app.marquee.parks.collect;

import app.marquee.db.Sql;
import app.marquee.parks.Provider;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the configured providers stand, as stored by whichever node asked them. */
@ApplicationScoped
class ProviderReport {
  private static final Sql REPORT = Sql.of("collect/provider_report.sql");

  // What failed longer ago tells nothing of today, and every cycle since would be looked at for it.
  private static final Duration RECENT = Duration.ofDays(7);

  private final Pool pool;
  private final Sources sources;
  private final DeliveryWatch watch;
  private final Clock clock;

  ProviderReport(Pool pool, Sources sources, DeliveryWatch watch, Clock clock) {
    this.pool = pool;
    this.sources = sources;
    this.watch = watch;
    this.clock = clock;
  }

  /** A JSON object {@code {success, providers: […]}}. Errors: those of the database. */
  Uni<String> report() {
    List<Provider> providers = sources.configured();
    List<Provider> late = watch.late();
    Map<String, Object> binds =
        Map.of(
            "names", providers.stream().map(Provider::word).toArray(String[]::new),
            "parks", providers.stream().map(this::parks).toArray(Integer[]::new),
            "silent", providers.stream().map(late::contains).toArray(Boolean[]::new),
            "since", clock.instant().minus(RECENT));
    return REPORT.on(pool, binds).map(rows -> rows.iterator().next().getString("report"));
  }

  private int parks(Provider provider) {
    return (int) sources.config(provider).parks().orElse(List.of()).stream().distinct().count();
  }
}

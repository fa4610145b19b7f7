package app.marquee.parks;

import app.marquee.cli.Examination;
import app.marquee.cli.Finding;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether this machine and the database have the same rules for the time zones of the parks. */
@ApplicationScoped
class ZonesExamination implements Examination {
  private static final Sql OFFSETS = Sql.of("parks/zone_offsets.sql");

  private final Pool pool;
  private final Clock clock;

  ZonesExamination(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "time zones";
  }

  @Override
  public Uni<List<Finding>> examine() {
    ZonedDateTime year = clock.instant().atZone(ZoneOffset.UTC).plusYears(1);
    Instant winter = year.withMonth(Month.JANUARY.getValue()).toInstant();
    Instant summer = year.withMonth(Month.JULY.getValue()).toInstant();
    return OFFSETS
        .on(pool, Map.of("winter", winter, "summer", summer))
        .map(
            rows -> {
              List<String> differing = new ArrayList<>();
              for (Row row : rows) {
                ZoneId zone = ZoneId.of(row.getString("timezone"));
                if (offset(zone, winter) != row.getInteger("winter")
                    || offset(zone, summer) != row.getInteger("summer")) {
                  differing.add(zone.getId());
                }
              }
              return List.of(finding(rows.size(), differing));
            });
  }

  private static int offset(ZoneId zone, Instant at) {
    return zone.getRules().getOffset(at).getTotalSeconds();
  }

  private Finding finding(int zones, List<String> differing) {
    return differing.isEmpty()
        ? Finding.ok(name(), "Java and the database agree on the parks' " + zones)
        : Finding.fail(
            name(),
            "Java and the database disagree on %s: update the older one's time zone data"
                .formatted(String.join(", ", differing)));
  }
}

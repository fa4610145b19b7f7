package app.marquee.demo;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes what the demo parks are, before what their feeds say: parks, rides and opening hours. */
@ApplicationScoped
class DemoPlaces {
  private static final Sql WRITE_PARKS = Sql.of("demo/write_parks.sql");
  private static final Sql WRITE_RIDES = Sql.of("demo/write_rides.sql");
  private static final Sql WRITE_HOURS = Sql.of("demo/write_hours.sql");
  private static final Sql ANALYZE = Sql.of("demo/analyze_places.sql");
  private static final int DAYS_AHEAD = 7;

  private final Pool pool;

  DemoPlaces(Pool pool) {
    this.pool = pool;
  }

  /** With hours from {@code days} before today to a week ahead. What is there already stays. */
  Uni<Void> write(List<DemoPark> parks, Slot now, int days) {
    return pool.withTransaction(
        connection ->
            run(connection, WRITE_PARKS, parkBinds(parks))
                .chain(() -> run(connection, WRITE_RIDES, rideBinds(parks)))
                .chain(() -> run(connection, WRITE_HOURS, hoursBinds(parks, now, days)))
                .chain(() -> run(connection, ANALYZE, Map.of()))
                .replaceWithVoid());
  }

  private static Map<String, Object> parkBinds(List<DemoPark> parks) {
    Map<String, Object> binds = new HashMap<>();
    Map.of(
            "keys", "source_key",
            "names", "name",
            "cities", "city",
            "states", "state_province",
            "countries", "country",
            "timezones", "timezone",
            "operators", "operator")
        .forEach((bind, fact) -> binds.put(bind, texts(parks, park -> park.facts().get(fact))));
    binds.put("latitudes", numbers(parks, "latitude"));
    binds.put("longitudes", numbers(parks, "longitude"));
    binds.put("disney", flags(parks, "is_disney"));
    binds.put("universal", flags(parks, "is_universal"));
    return binds;
  }

  private static Map<String, Object> rideBinds(List<DemoPark> parks) {
    List<DemoRide> rides = parks.stream().flatMap(park -> park.rides().stream()).toList();
    Map<String, Object> binds = new HashMap<>();
    Map.of(
            "park_keys", "park_key",
            "keys", "source_key",
            "names", "name",
            "categories", "category",
            "lands", "land_area")
        .forEach((bind, fact) -> binds.put(bind, texts(rides, ride -> ride.facts().get(fact))));
    binds.put(
        "tiers",
        rides.stream().map(ride -> tier(ride.facts().get("tier"))).toArray(Integer[]::new));
    return binds;
  }

  private static Map<String, Object> hoursBinds(List<DemoPark> parks, Slot now, int days) {
    List<DemoOpening> openings =
        parks.stream().flatMap(park -> openings(park, park.dayOf(now), days)).toList();
    return Map.of(
        "park_keys", texts(openings, opening -> opening.park().key()),
        "days", openings.stream().map(o -> o.hours().day()).toArray(LocalDate[]::new),
        "opens", openings.stream().map(o -> o.hours().opens().start()).toArray(Instant[]::new),
        "closes", openings.stream().map(o -> o.hours().closes().start()).toArray(Instant[]::new));
  }

  private static Stream<DemoOpening> openings(DemoPark park, LocalDate today, int days) {
    return today
        .minusDays(days)
        .datesUntil(today.plusDays(DAYS_AHEAD + 1L))
        .map(park::hours)
        .filter(hours -> !hours.isClosed())
        .map(hours -> new DemoOpening(park, hours));
  }

  private static Integer tier(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  private static Double[] numbers(List<DemoPark> parks, String fact) {
    return parks.stream().map(p -> Double.valueOf(p.facts().get(fact))).toArray(Double[]::new);
  }

  private static Boolean[] flags(List<DemoPark> parks, String fact) {
    return parks.stream().map(p -> Boolean.valueOf(p.facts().get(fact))).toArray(Boolean[]::new);
  }

  private static <T> String[] texts(List<T> items, Function<T, String> text) {
    return items.stream().map(text).toArray(String[]::new);
  }

  private static Uni<?> run(SqlConnection connection, Sql sql, Map<String, ?> binds) {
    return connection.preparedQuery(sql.statement()).execute(sql.bind(binds));
  }

  private record DemoOpening(DemoPark park, DemoHours hours) {}
}

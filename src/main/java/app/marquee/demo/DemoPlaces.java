package app.marquee.demo;

import app.marquee.parks.ImportKind;
import app.marquee.parks.Importer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Imports what the demo parks are, before what their feeds say: parks, rides and opening hours. */
@ApplicationScoped
class DemoPlaces {
  private static final List<String> PARK_COLUMNS =
      List.of(
          "source_key",
          "name",
          "city",
          "state_province",
          "country",
          "latitude",
          "longitude",
          "timezone",
          "operator",
          "is_disney",
          "is_universal");
  private static final List<String> RIDE_COLUMNS =
      List.of("park_key", "source_key", "name", "category", "land_area", "tier");
  private static final List<String> HOURS_COLUMNS =
      List.of("park_key", "date", "opening_time", "closing_time", "type");
  private static final Importer.Options AS_THEY_ARE = new Importer.Options(Map.of(), null);
  private static final int DAYS_AHEAD = 7;

  private final Importer importer;

  DemoPlaces(Importer importer) {
    this.importer = importer;
  }

  /**
   * With hours from {@code days} before today to a week ahead; what has not changed stays. Errors:
   * {@link IllegalStateException} if the import rejects a line.
   */
  Uni<Void> write(List<DemoPark> parks, Slot now, int days) {
    return write(ImportKind.PARKS, PARK_COLUMNS, parks.stream().map(DemoPark::facts))
        .chain(
            () ->
                write(
                    ImportKind.RIDES,
                    RIDE_COLUMNS,
                    parks.stream().flatMap(park -> park.rides().stream()).map(DemoRide::facts)))
        .chain(
            () ->
                write(
                    ImportKind.SCHEDULES,
                    HOURS_COLUMNS,
                    parks.stream().flatMap(park -> hours(park, park.dayOf(now), days))));
  }

  private static Stream<Map<String, String>> hours(DemoPark park, LocalDate today, int days) {
    return today
        .minusDays(days)
        .datesUntil(today.plusDays(DAYS_AHEAD + 1L))
        .map(park::hours)
        .filter(hours -> !hours.isClosed())
        .map(
            hours ->
                Map.of(
                    "park_key", park.key(),
                    "date", hours.day().toString(),
                    "opening_time", hours.opens().start().toString(),
                    "closing_time", hours.closes().start().toString(),
                    "type", "OPERATING"));
  }

  private Uni<Void> write(ImportKind kind, List<String> columns, Stream<Map<String, String>> rows) {
    return importer
        .run(kind, DemoFile.of(columns, rows), AS_THEY_ARE)
        .invoke(DemoFile::requireAll)
        .replaceWithVoid();
  }
}

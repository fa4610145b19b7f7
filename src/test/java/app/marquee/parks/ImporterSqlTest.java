package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImporterSqlTest {
  private static final String NOW = "2026-08-22T12:00:00Z";
  private static final String PARKS =
      """
      park_key,name,timezone,operator
      dca,Disney California Adventure,America/Los_Angeles,Walt Disney Attractions
      gardaland,Gardaland,Europe/Rome,Merlin
      """;
  private static final String RIDES =
      """
      park_key,ride_key,name
      dca,1,Radiator Springs Racers
      dca,2,Incredicoaster
      gardaland,1,Raptor Coaster
      """;

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void forgetEverything() {
    parks = new ParksFixture(database);
  }

  @Test
  void parksAndRidesAreAddedOnceAndFoundByTheirKeys() {
    assertThat(run(ImportKind.PARKS, PARKS).inserted()).isEqualTo(2);
    assertThat(run(ImportKind.RIDES, RIDES).inserted()).isEqualTo(3);

    assertThat(run(ImportKind.PARKS, PARKS).unchanged()).isEqualTo(2);
    assertThat(run(ImportKind.RIDES, RIDES).unchanged()).isEqualTo(3);
  }

  @Test
  void laterLineOfOneFileFindsWhatTheEarlierWrote() {
    ImportReport report =
        run(ImportKind.PARKS, PARKS + "dca,DCA,America/Los_Angeles,Walt Disney Attractions\n");

    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.updated()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void samePlacesImportedTwiceAtOnceAreAddedOnce() {
    for (ImportKind kind : List.of(ImportKind.PARKS, ImportKind.RIDES)) {
      String file = kind == ImportKind.PARKS ? PARKS : RIDES;
      CompletableFuture<ImportReport> other = CompletableFuture.supplyAsync(() -> run(kind, file));
      ImportReport one = run(kind, file);

      assertThat(one.inserted() + other.join().inserted()).isEqualTo(file.lines().count() - 1);
      assertThat(one.rejected() + other.join().rejected()).isZero();
    }
  }

  @Test
  void plannerKnowsHowManyPlacesThereAreOnceSomeWereAdded() {
    run(ImportKind.PARKS, PARKS);
    run(ImportKind.RIDES, RIDES);

    assertThat(parks.one("parkstest/rows_planned.sql", Map.of()).getString("rows_planned"))
        .isEqualTo("park 2, ride 3");
  }

  @Test
  void givenIdsAreKeptAndGeneratedOnesStayClear() {
    run(
        ImportKind.PARKS,
        "park_id,name,timezone\n2000000,Far,Europe/Paris\n7,Seven,Europe/Paris\n");
    run(ImportKind.PARKS, "park_key,name,timezone\nx,Generated,Europe/Paris\n");

    long generated =
        parks.one("parkstest/park_by_key.sql", Map.of("source_key", "x")).getLong("park_id");
    assertThat(generated).isGreaterThan(2000000);
    assertThat(run(ImportKind.PARKS, "park_id,name,timezone\n7,Seven,Europe/Paris\n").unchanged())
        .isEqualTo(1);
  }

  @Test
  void idOfAnotherParkIsRefused() {
    run(ImportKind.PARKS, "park_id,park_key,name,timezone\n7,a,A,Europe/Paris\n");

    ImportReport report =
        run(ImportKind.PARKS, "park_id,park_key,name,timezone\n7,b,B,Europe/Paris\n");

    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.errors().get(0).line()).isEqualTo(2);
  }

  @Test
  void badLinesAreReportedWithTheirReasonAndTheGoodOnesKept() {
    run(ImportKind.PARKS, PARKS);
    run(ImportKind.RIDES, RIDES);

    ImportReport report =
        run(
            ImportKind.SNAPSHOTS,
            """
            park_key,ride_key,recorded_at,status,wait_time,interval_minutes,mood
            dca,1,2026-08-22T10:00:00Z,OPERATING,-5,10,good
            dca,9,2026-08-22T10:00:00Z,OPERATING,5,10,good
            dca,1,2026-08-23T10:00:00Z,OPERATING,5,10,good
            dca,1,1999-08-23T10:00:00Z,OPERATING,5,10,good
            dca,1,yesterday,OPERATING,5,10,good
            dca,1,2026-08-22T10:10:00Z,OPERATING,many,10,good
            dca,1,2026-08-22T10:10:00Z,OPERATING,5,7,good
            dca,1,2026-08-22T10:10:00Z
            gardaland,1,2026-08-22T12:10:00,,35,10,good
            """);

    assertThat(report.read()).isEqualTo(9);
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.corrected()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(7);
    assertThat(report.unknownColumns()).containsExactly("mood");
    assertThat(report.errors())
        .extracting(e -> e.line() + ": " + e.reason())
        .containsExactly(
            "3: unknown ride '9' of park " + parkId("dca"),
            "4: recorded_at 2026-08-23T10:00:00Z is in the future",
            "5: recorded_at 1999-08-23T10:00:00Z is before 2000",
            "6: recorded_at is 'yesterday', expected a time such as 2026-08-22T12:00:00Z",
            "7: wait_time is 'many', expected a number",
            "8: interval_minutes is 7, must divide 60",
            "9: has 3 columns, the header 7");
    // Without an offset the time is the park's: 12:10 in Rome.
    assertThat(report.asOf()).hasToString("2026-08-22T10:10:00Z");
  }

  @Test
  void ndjsonIsReadLineByLine() {
    run(ImportKind.PARKS, PARKS);
    run(ImportKind.RIDES, RIDES);

    ImportReport report =
        run(
            ImportKind.SNAPSHOTS,
            """
            {"park_key":"dca","ride_key":"1","recorded_at":"2026-08-22T10:00:00Z","is_open":true}

            {"park_key":"dca","ride_key":"1","recorded_at":"2026-08-22T10:10:00Z","status":["DOWN"]}
            {"park_key":"dca",
            {"park_key":"dca","ride_key":2,"recorded_at":"2026-08-22T10:00:00Z","status":"DOWN"}
            """);

    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.errors()).extracting(ImportReport.Rejected::line).containsExactly(3L, 4L);
  }

  @Test
  void scheduleThatComesLateOpensAndClosesThePark() {
    run(ImportKind.PARKS, PARKS);
    run(ImportKind.RIDES, RIDES);
    String snapshots =
        """
        park_key,ride_key,recorded_at,status
        gardaland,1,2026-08-20T10:00:00Z,OPERATING
        gardaland,1,2026-08-20T16:00:00Z,OPERATING
        """;
    run(ImportKind.SNAPSHOTS, snapshots);
    assertThat(openFlags("gardaland")).containsExactly(true, true);

    ImportReport report =
        run(
            ImportKind.SCHEDULES,
            """
            park_key,date,type,opening_time,closing_time
            gardaland,2026-08-20,OPERATING,2026-08-20T10:00:00,2026-08-20T18:00:00
            """);

    assertThat(report.inserted()).isEqualTo(1);
    // 18:00 in Rome is 16:00Z: the closing minute is included.
    assertThat(openFlags("gardaland")).containsExactly(true, true);
    run(
        ImportKind.SCHEDULES,
        "park_key,date,type,opening_time,closing_time\n"
            + "gardaland,2026-08-20,OPERATING,2026-08-20T10:00:00+02:00,2026-08-20T17:59:00+02:00\n");
    assertThat(openFlags("gardaland")).containsExactly(true, false);
  }

  @Test
  void changedTimeZoneDerivesTheHoursAnew() {
    run(ImportKind.PARKS, PARKS);
    run(ImportKind.RIDES, RIDES);
    run(
        ImportKind.SNAPSHOTS,
        """
        park_key,ride_key,recorded_at,status
        gardaland,1,2026-08-20T01:00:00Z,OPERATING
        gardaland,1,2026-08-20T03:00:00Z,OPERATING
        """);
    assertThat(days("gardaland")).containsExactly("2026-08-19", "2026-08-20");

    run(ImportKind.PARKS, "park_key,name,timezone\ngardaland,Gardaland,Asia/Kolkata\n");

    assertThat(days("gardaland")).containsExactly("2026-08-20");
  }

  private List<String> days(String parkKey) {
    return parks.run("parkstest/park_days.sql", Map.of("park_id", parkId(parkKey))).stream()
        .map(row -> row.getLocalDate("operating_day").toString())
        .toList();
  }

  private List<Boolean> openFlags(String parkKey) {
    return parks.run("parkstest/park_flags.sql", Map.of("park_id", parkId(parkKey))).stream()
        .map(row -> row.getBoolean("park_open"))
        .toList();
  }

  private long parkId(String key) {
    return parks.one("parkstest/park_by_key.sql", Map.of("source_key", key)).getLong("park_id");
  }

  private ImportReport run(ImportKind kind, String text) {
    return run(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  private ImportReport run(ImportKind kind, byte[] bytes) {
    return run(kind, new ByteArrayInputStream(bytes));
  }

  private ImportReport run(ImportKind kind, InputStream file) {
    return parks.importFile(kind, file, new Importer.Options(Map.of(), null), NOW);
  }
}

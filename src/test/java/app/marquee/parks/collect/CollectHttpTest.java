package app.marquee.parks.collect;

import static app.marquee.parks.Provider.QUEUE_TIMES;
import static app.marquee.parks.Provider.THEMEPARKS_WIKI;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.parks.collect.CycleReport.Failure;
import app.marquee.parks.collect.ProviderStub.Capture;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Captured answers of both providers, from the request to the tables. */
@QuarkusTest
class CollectHttpTest {
  private static final String MAGIC_KINGDOM = "75ea578a-adc8-4116-a54d-dccb60765ef9";
  private static final String ENTITY = "/entity/" + MAGIC_KINGDOM;
  private static final Capture LANDS = new Capture("queue_times_park57_lands.json");
  private static final Capture FLAT = new Capture("queue_times_park9_flat_rides.json");
  private static final Capture LIVE = new Capture("themeparks_wiki_mk_live.json.gz");
  private static final Capture SCHEDULE = new Capture("themeparks_wiki_mk_schedule.json.gz");
  private static final Instant PARC_AT_FIVE = Instant.parse("2025-11-16T16:40:00Z");
  private static final Instant KINGDOM_AT_TEN = Instant.parse("2026-04-15T14:00:00Z");
  private static final String PATH_57 = "/parks/57/queue_times.json";
  private static final String PATH_9 = "/parks/9/queue_times.json";

  private TestDatabase database;
  private ProviderStub provider;
  private CollectFixture collect;

  @BeforeEach
  void startStub() throws IOException {
    database = TestDatabase.create();
    provider = new ProviderStub();
    collect = new CollectFixture(database, provider.uri());
    provider.says("/parks.json", new Capture("queue_times_parks.json"));
    provider.says(PATH_57, LANDS);
    provider.says(PATH_9, FLAT);
    provider.says("/destinations", new Capture("themeparks_wiki_destinations.json.gz"));
    provider.says(ENTITY, new Capture("themeparks_wiki_mk_entity.json"));
    provider.says(ENTITY + "/children", new Capture("themeparks_wiki_mk_children.json.gz"));
    provider.says(ENTITY + "/live", LIVE);
    provider.says(ENTITY + "/schedule", SCHEDULE);
    collect.set("queue-times.parks", "57,9").set("themeparks-wiki.parks", MAGIC_KINGDOM);
    collect.clock.set(PARC_AT_FIVE);
  }

  @AfterEach
  void stopStub() {
    provider.close();
    database.close();
  }

  @Test
  void queueTimesParksComeWithTheirOwnerTheirPlaceTheirLandsAndTheirRides() {
    CycleReport report = collect.collect(QUEUE_TIMES);

    List<JsonNode> rides = Stream.concat(rides(LANDS), rides(FLAT)).toList();
    assertThat(report).isEqualTo(new CycleReport(2, rides.size(), List.of()));
    assertThat(collect.rows("collecttest/parks.sql"))
        .containsExactlyInAnyOrder(
            "California's Great America|America/Los_Angeles|United States"
                + "|Cedar Fair Entertainment Company|false|37.397799|-121.974717|57|null",
            "Parc Astérix|Europe/Paris|France|Compagnie des Alpes|false"
                + "|49.1341839|2.5712301|9|null");
    long lands = StreamSupport.stream(read(LANDS).get("lands").spliterator(), false).count();
    assertThat(collect.rows("collecttest/rides.sql"))
        .containsExactly(rides.size() + "|" + lands + "|" + rides.size() + "|0");
    long open = rides(FLAT).filter(ride -> ride.get("is_open").booleanValue()).count();
    assertThat(collect.rows("collecttest/snapshots.sql"))
        .singleElement()
        .asString()
        .startsWith("2025-11-16T16:40Z|" + rides.size() + "|" + open + "|")
        .endsWith("|10");
    assertThat(provider.asked("/parks.json")).isEqualTo(1);
    assertThat(provider.agents()).containsOnly("Marquee/9.9 (+https://example.org/marquee)");
    assertThat(collect.rows("collecttest/cycles.sql"))
        .containsExactly("queue-times|success|2|0|" + rides.size() + "|null");
  }

  @Test
  void aWikiParkComesWithItsResortItsAttractionsAndItsHoursWhichOpenIt() {
    collect.clock.set(KINGDOM_AT_TEN);

    CycleReport report = collect.collect(THEMEPARKS_WIKI);

    long attractions = attractions();
    assertThat(report).isEqualTo(new CycleReport(1, attractions, List.of()));
    assertThat(collect.rows("collecttest/parks.sql"))
        .containsExactly(
            "Magic Kingdom Park|America/New_York|null|Walt Disney World® Resort|true"
                + "|28.4160036778|-81.5811902834|null|"
                + MAGIC_KINGDOM);
    assertThat(collect.rows("collecttest/rides.sql"))
        .containsExactly(attractions + "|0|0|" + attractions);
    assertThat(collect.rows("collecttest/schedule.sql"))
        .containsExactly(scheduled("date", "type") + "|" + scheduled("date", "date"));
    assertThat(collect.rows("collecttest/snapshots.sql"))
        .containsExactly("2026-04-15T14:00Z|" + attractions + "|2|" + attractions + "|10");
  }

  @Test
  void beforeItsHoursAWikiParkIsClosedWhateverItsRidesSay() {
    collect.clock.set(KINGDOM_AT_TEN.minus(Duration.ofHours(2)));

    collect.collect(THEMEPARKS_WIKI);

    assertThat(collect.rows("collecttest/snapshots.sql"))
        .containsExactly("2026-04-15T12:00Z|" + attractions() + "|2|0|10");
  }

  @Test
  void whatIsKnownIsNotAskedForAgainBeforeItsTime() {
    collect.collect(THEMEPARKS_WIKI);
    collect.clock.tick(Duration.ofMinutes(10));
    collect.collect(THEMEPARKS_WIKI);

    assertThat(provider.asked(ENTITY + "/live")).isEqualTo(2);
    for (String path : List.of("/destinations", ENTITY, ENTITY + "/children")) {
      assertThat(provider.asked(path)).as(path).isEqualTo(1);
    }
    assertThat(provider.asked(ENTITY + "/schedule")).isEqualTo(1);

    collect.clock.tick(Duration.ofDays(1));
    collect.collect(THEMEPARKS_WIKI);
    assertThat(provider.asked(ENTITY + "/schedule")).isEqualTo(2);
    assertThat(collect.rows("collecttest/rides.sql").get(0)).startsWith(attractions() + "|");
  }

  @Test
  void aParkThatAnImportBroughtIsFoundByItsProvidersId() {
    collect.rows("collecttest/add_park.sql");
    collect.set("queue-times.parks", "9");

    assertThat(collect.collect(QUEUE_TIMES).failures()).isEmpty();

    assertThat(provider.asked("/parks.json")).isZero();
    assertThat(collect.rows("collecttest/parks.sql")).singleElement().asString().contains("Ours");
  }

  @Test
  void rideThatAppearsLaterIsAdded() {
    collect.set("queue-times.parks", "9");
    collect.collect(QUEUE_TIMES);
    provider.says(
        PATH_9,
        """
        {"lands": [{"id": 1, "name": "New Land", "rides": [
           {"id": 77, "name": "New Coaster", "is_open": true, "wait_time": 5, "news": {}},
           {"id": 78, "name": "New Coaster Single Rider", "is_open": true, "wait_time": 5}]}]}
        """);
    collect.clock.tick(Duration.ofMinutes(10));

    assertThat(collect.collect(QUEUE_TIMES).snapshots()).isEqualTo(1);

    long rides = rides(FLAT).count() + 1;
    assertThat(collect.rows("collecttest/rides.sql")).containsExactly(rides + "|1|" + rides + "|0");
  }

  @Test
  void aWikiParkWithoutHoursStillDeliversItsState() {
    provider.says(ENTITY + "/schedule", "{\"schedule\": [{\"date\": 17}]}");

    CycleReport report = collect.collect(THEMEPARKS_WIKI);

    assertThat(report.snapshots()).isEqualTo(attractions());
    assertThat(report.status()).isEqualTo("partial");
    assertThat(collect.rows("collecttest/failures.sql"))
        .containsExactly(MAGIC_KINGDOM + "|schedule|refused");
  }

  @Test
  void aParkTheProviderDoesNotKnowFailsAlone() {
    collect.set("queue-times.parks", "9,4711");

    CycleReport report = collect.collect(QUEUE_TIMES);

    assertThat(report.failures())
        .containsExactly(
            new Failure(
                "4711",
                "live",
                FailureReason.REFUSED,
                "queue-times park 4711: the list of parks has none with the id 4711"));
    assertThat(report.snapshots()).isEqualTo(rides(FLAT).count());
  }

  @Test
  void aCycleInWhichEveryParkFailedHasFailed() {
    provider.on("/parks.json", ProviderStub.status(503, ""));

    assertThat(collect.collect(QUEUE_TIMES).status()).isEqualTo("failed");
    assertThat(collect.rows("collecttest/cycles.sql"))
        .containsExactly("queue-times|failed|2|2|0|every park failed");
    assertThat(provider.asked("/parks.json")).isEqualTo(1);
  }

  @Test
  void ofTwoNodesOneCollectsASlot() {
    List<Optional<CycleReport>> reports =
        Uni.join()
            .all(collect.node().collect(QUEUE_TIMES), collect.node().collect(QUEUE_TIMES))
            .andFailFast()
            .await()
            .atMost(Duration.ofSeconds(30));

    assertThat(reports).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(provider.asked(PATH_57)).isEqualTo(1);
    assertThat(collect.rows("collecttest/cycles.sql")).hasSize(1);
    collect.clock.tick(Duration.ofMinutes(10));
    assertThat(CollectFixture.collect(collect.node(), QUEUE_TIMES)).isPresent();
  }

  @Test
  void aCycleWhoseNodeDiedIsFailedByALaterOne() {
    collect.log.claim(QUEUE_TIMES, PARC_AT_FIVE, PARC_AT_FIVE).await().indefinitely();

    collect.clock.tick(Duration.ofMinutes(20));
    collect.collect(QUEUE_TIMES);
    assertThat(collect.rows("collecttest/cycles.sql").get(0))
        .isEqualTo("queue-times|running|0|0|0|null");

    collect.clock.tick(Duration.ofMinutes(10));
    collect.collect(QUEUE_TIMES);
    assertThat(collect.rows("collecttest/cycles.sql").get(0))
        .isEqualTo("queue-times|failed|0|0|0|its process ended before the cycle did");
  }

  private static Stream<JsonNode> rides(Capture capture) {
    JsonNode park = read(capture);
    return Stream.concat(
        StreamSupport.stream(park.get("rides").spliterator(), false),
        park.get("lands").findValues("rides").stream()
            .flatMap(rides -> StreamSupport.stream(rides.spliterator(), false)));
  }

  private static long attractions() {
    return StreamSupport.stream(read(LIVE).get("liveData").spliterator(), false)
        .filter(entity -> entity.get("entityType").asText().equals("ATTRACTION"))
        .count();
  }

  private static long scheduled(String one, String other) {
    return StreamSupport.stream(read(SCHEDULE).get("schedule").spliterator(), false)
        .map(day -> day.get(one).asText() + day.get(other).asText())
        .distinct()
        .count();
  }

  private static JsonNode read(Capture capture) {
    try {
      return new ObjectMapper().readTree(capture.text());
    } catch (JsonProcessingException e) {
      throw new AssertionError(capture.file(), e);
    }
  }
}

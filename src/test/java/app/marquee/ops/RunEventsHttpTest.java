package app.marquee.ops;

import static app.marquee.ops.HeldRun.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import app.marquee.http.Problem;
import app.marquee.testkit.EventReader;
import app.marquee.testkit.EventReader.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunEventsHttpTest {
  private static final String EVENTS = "/events";
  private static final int PER_CLIENT = 8;

  @Inject Pool pool;
  @Inject EventStreams streams;

  @Test
  void aRunIsToldFromQueuedToItsEnd() {
    try (HeldRun running = HeldRun.begin(pool, HeldRun.PROBE)) {
      String queued = running.queueAnother();
      try (EventReader reader = EventReader.openAsAdmin(queued + EVENTS)) {
        reader.awaitData("\"queued\"");
        running.letGo();
        reader.awaitEnd();

        List<Event> events = reader.events();
        assertThat(events.get(0))
            .isEqualTo(
                new Event(
                    1,
                    "progress",
                    "{\"status\":\"queued\",\"done\":0,\"total\":0,\"eta_seconds\":null}"));
        assertThat(events).extracting(Event::data).anyMatch(data -> data.contains("\"running\""));
        assertThat(events).extracting(Event::id).isSorted().doesNotHaveDuplicates();
        Event last = events.get(events.size() - 1);
        assertThat(last.name()).isEqualTo("end");
        assertThat(last.data()).contains("\"success\"").contains("probe_ranking_today_all");
        assertThat(events).filteredOn(event -> event.name().equals("end")).hasSize(1);
      }
    }
  }

  @Test
  void howManyKeysAreBuiltIsTold() {
    try (HeldRun running = HeldRun.begin(pool, HeldRun.PROBE);
        EventReader reader = EventReader.openAsAdmin(running.location + EVENTS)) {
      reader.awaitData("{\"status\":\"running\",\"done\":0,\"total\":4,");
      running.letGo();
      reader.awaitEnd();

      assertThat(reader.events())
          .extracting(Event::data)
          .anyMatch(
              data -> data.matches("\\{\"status\":\"running\",\"done\":[1-4],\"total\":4,.*"));
    }
  }

  @Test
  void aCancelledRunIsToldToTheEnd() {
    try (HeldRun running = HeldRun.begin(pool, HeldRun.PROBE);
        EventReader reader = EventReader.openAsAdmin(running.location + EVENTS)) {
      reader.awaitData("\"running\"");
      admin().delete(running.location).then().statusCode(202);
      reader.awaitEnd();

      assertThat(reader.await(event -> event.name().equals("end")).data())
          .contains("\"cancelled\"");
    }
  }

  @Test
  void aRunThatHasEndedGivesItsEndAtOnce() {
    String ended = HeldRun.ask(HeldRun.PROBE);
    HeldRun.awaitEnd(ended);

    try (EventReader reader = EventReader.openAsAdmin(ended + EVENTS)) {
      reader.awaitEnd();
      assertThat(reader.events()).extracting(Event::name).containsExactly("end");
      assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
      assertThat(reader.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reader.header("X-Accel-Buffering")).isEqualTo("no");
    }
    assertThat(admin().head(ended + EVENTS).statusCode()).isEqualTo(200);
  }

  @Test
  void aStreamWithNothingNewLives() {
    try (HeldRun running = HeldRun.begin(pool, HeldRun.PROBE);
        EventReader reader = EventReader.openAsAdmin(running.location + EVENTS)) {
      reader.awaitComments(3);
      assertThat(reader.events()).extracting(Event::name).containsOnly("progress");
    }
  }

  @Test
  void aNodeThatStopsEndsItsStreams() {
    try (EventReader reader = EventReader.open("/api/events")) {
      reader.awaitComments(1);
      streams.end();
      reader.awaitEnd();
    }
  }

  @Test
  void whatCannotBeStreamedIsAProblem() {
    String ended = HeldRun.ask(HeldRun.PROBE);
    HeldRun.awaitEnd(ended);

    admin()
        .get("/api/admin/refreshes/999999999/events")
        .then()
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/errors.md#run-unknown"));
    admin().get(ended + "/events?fast=1").then().statusCode(400).contentType(Problem.MEDIA_TYPE);
    given().get(ended + EVENTS).then().statusCode(401).contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void aClientHasSoManyPlacesAndGivesThemBackWhenItGoes() {
    Awaitility.await().until(() -> streams.count() == 0);
    List<EventReader> readers = new ArrayList<>();
    try (HeldRun running = HeldRun.begin(pool, HeldRun.PROBE)) {
      String events = running.location + EVENTS;
      for (int i = 0; i < PER_CLIENT; i++) {
        readers.add(EventReader.openAsAdmin(events));
      }
      assertThat(readers).extracting(EventReader::status).containsOnly(200);
      assertThat(streams.count()).isEqualTo(PER_CLIENT);
      assertThat(given().get("/q/metrics").asString()).contains("marquee_event_streams 8.0");

      admin()
          .get(events)
          .then()
          .statusCode(429)
          .contentType(Problem.MEDIA_TYPE)
          .header("Retry-After", matchesPattern("\\d+"));
      given().get("/api/events").then().statusCode(429);

      readers.remove(0).close();
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> streams.count() == PER_CLIENT - 1);
      readers.add(EventReader.openAsAdmin(events));
      readers.get(PER_CLIENT - 1).awaitData("\"running\"");
    } finally {
      readers.forEach(EventReader::close);
    }
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> streams.count() == 0);
  }
}

package app.marquee.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import app.marquee.testkit.EventReader;
import app.marquee.testkit.EventReader.Event;
import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishEventsHttpTest {
  private static final String OF_PROBE = "/api/events?feature=probe";

  @Inject Pool pool;
  @Inject Coherence coherence;

  @BeforeEach
  void publishTheProbe() {
    refresh();
  }

  @Test
  void theFirstEventTellsWhereAFeatureStands() {
    String generation =
        given().get("/api/views/probe_ranking_today_all").header("X-Cache-Generation");
    try (EventReader reader = EventReader.open(OF_PROBE)) {
      assertThat(reader.await(event -> true))
          .isEqualTo(new Event(Long.parseLong(generation), "publish", told(generation, "", 0)));
      assertThat(reader.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reader.header("X-Accel-Buffering")).isEqualTo("no");
    }
  }

  @Test
  void aPublishThatOnlyConfirmsNamesNoKey() {
    try (EventReader reader = EventReader.open(OF_PROBE)) {
      long before = reader.await(event -> true).id();
      refresh();

      Event event = reader.await(later -> later.id() > before);
      assertThat(event.data()).isEqualTo(told("" + event.id(), "", 4));
    }
  }

  @Test
  void aPublishNamesTheKeysWhoseDocumentIsAnotherOne() {
    try (EventReader reader = EventReader.open(OF_PROBE)) {
      long before = reader.await(event -> true).id();
      new ProbeBuilds(pool).forget();
      coherence.poll().await().atMost(Duration.ofSeconds(10));
      refresh();

      Event event = reader.await(later -> later.id() > before);
      assertThat(event.data()).isEqualTo(told("" + event.id(), ALL_KEYS, 0));
    }
  }

  private static final String ALL_KEYS =
      "\"probe_ranking_7days_all\",\"probe_ranking_7days_big\","
          + "\"probe_ranking_today_all\",\"probe_ranking_today_big\"";

  @Test
  void whoComesBackIsToldWhatWasPublishedMeanwhile() {
    long seen;
    try (EventReader reader = EventReader.open(OF_PROBE)) {
      seen = reader.await(event -> true).id();
    }
    refresh();

    try (EventReader again = EventReader.open(OF_PROBE, "Last-Event-ID", "" + seen)) {
      Event event = again.await(any -> true);
      assertThat(event.id()).isGreaterThan(seen);
      assertThat(event.data()).isEqualTo(told("" + event.id(), ALL_KEYS, 0));
      seen = event.id();
    }
    try (EventReader again = EventReader.open(OF_PROBE, "Last-Event-ID", "" + seen)) {
      again.awaitComments(2);
      assertThat(again.events()).isEmpty();
    }
  }

  @Test
  void onlyTheFeatureAskedForIsTold() {
    try (EventReader films = EventReader.open("/api/events?feature=films");
        EventReader all = EventReader.open("/api/events")) {
      long before = all.awaitData("\"feature\":\"probe\"").id();
      refresh();
      all.await(event -> event.id() > before && event.data().contains("\"feature\":\"probe\""));
      films.awaitComments(2);

      assertThat(films.events()).extracting(Event::data).noneMatch(data -> data.contains("probe"));
    }
  }

  @Test
  void aFeatureNobodyKnowsIsRefused() {
    given()
        .get("/api/events?feature=rides")
        .then()
        .statusCode(400)
        .body("errors.allowed[0]", hasItem("parks"));
    given().get("/api/events?features=parks").then().statusCode(400);
    assertThat(given().head("/api/events").statusCode()).isEqualTo(200);
  }

  private static void refresh() {
    assertThat(HeldRun.awaitEnd(HeldRun.ask(HeldRun.PROBE))).isEqualTo("success");
  }

  private static String told(String generation, String keys, int confirmed) {
    return "{\"feature\":\"probe\",\"generation\":%s,\"keys\":[%s],\"more\":0,\"confirmed\":%d}"
        .formatted(generation, keys, confirmed);
  }
}

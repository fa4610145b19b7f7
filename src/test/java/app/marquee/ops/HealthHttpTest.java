package app.marquee.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The health of the running application. */
@QuarkusTest
class HealthHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Coherence coherence;

  @BeforeEach
  void awaitReady() {
    coherence.poll().await().atMost(PATIENCE);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> given().get("/q/health/ready").statusCode() == 200);
  }

  @Test
  void livenessAsksNobody() {
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"), "checks", empty());
  }

  @Test
  void readinessNamesWhatItHasLookedAt() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.name",
            containsInAnyOrder("database", "migrations", "first run", "parks collection"));
  }

  @Test
  void startedSaysThatFactsArePrepared() {
    given().get("/q/health/started").then().statusCode(200).body("checks.name", contains("start"));
  }

  @Test
  void theDatabaseOfThisMomentHasAGroupOfItsOwn() {
    given()
        .get("/q/health/group/database")
        .then()
        .statusCode(200)
        .body("checks.name", contains("database now"));
  }
}

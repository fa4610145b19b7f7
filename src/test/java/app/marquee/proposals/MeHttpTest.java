package app.marquee.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.db.Sql;
import app.marquee.security.Roles;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.StatementCounter;
import app.marquee.testkit.TestMembers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much a member may still propose. */
@QuarkusTest
class MeHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String NAME = "Counting Member";

  @Inject Pool pool;
  @Inject ManualClock clock;

  private long member;

  @BeforeEach
  void aMemberHasTwoOpenProposals() {
    member = TestMembers.add(pool, NAME, Roles.MEMBER);
    clock.tick(Duration.ofSeconds(5));
    run("testkit/add_two_open_proposals.sql");
  }

  @AfterEach
  void noneIsLeft() {
    run("testkit/delete_proposals_of.sql");
  }

  @Test
  void openProposalsCountAndOthersDoNot() {
    TestMembers.as(NAME)
        .get("/api/me")
        .then()
        .statusCode(200)
        .body("success", equalTo(true), "name", equalTo(NAME), "role", equalTo("member"))
        .body("limit", equalTo(10), "used", equalTo(2), "remaining", equalTo(8));
  }

  @Test
  void aLimitBelowWhatIsOpenLeavesNothing() {
    run("testkit/limit_to_one.sql");

    TestMembers.as(NAME)
        .get("/api/me")
        .then()
        .body("limit", equalTo(1), "used", equalTo(2), "remaining", equalTo(0));
  }

  @Test
  void whoOneIsTakesOneStatement() {
    TestMembers.as(NAME).get("/api/me").then().statusCode(200);
    long before = StatementCounter.count();

    TestMembers.as(NAME).get("/api/me").then().statusCode(200);

    assertThat(StatementCounter.count() - before).isEqualTo(1);
  }

  private void run(String file) {
    Sql.of(file).on(pool, Map.of("member_id", member)).await().atMost(PATIENCE);
  }
}

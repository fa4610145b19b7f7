package app.marquee.security;

import static io.restassured.RestAssured.given;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A member's token does what the member may do. */
@QuarkusTest
class MemberTokenHttpTest {
  @Inject Pool pool;
  @Inject ManualClock clock;

  @Test
  void aMembersTokenHasTheMembersRole() {
    TestMembers.add(pool, "Ada", Roles.MEMBER);
    TestMembers.add(pool, "Grace", Roles.ADMIN);
    clock.tick(ApiTokens.REREAD_AFTER);

    TestMembers.as("Ada").get("/api/admin/cache-status").then().statusCode(403);
    TestMembers.as("Grace").get("/api/admin/cache-status").then().statusCode(200);
    given().get("/api/admin/cache-status").then().statusCode(401);
  }
}

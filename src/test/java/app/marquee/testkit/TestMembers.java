package app.marquee.testkit;

import static io.restassured.RestAssured.given;

import app.marquee.db.Sha256;
import app.marquee.db.Sql;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Map;

/** Members of the application under test, each with a token that acts for them. */
public final class TestMembers {
  /** Of every one of them. */
  public static final String PASSWORD = "correct horse battery";

  private static final String PASSWORD_HASH =
      "$2a$12$dsNI/5Zo94i14RqX3yPoP.xIu6DrQsLUXhL.RfGiZkDnIy2OKucEO";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Sql ADD = Sql.of("testkit/add_member.sql");
  private static final Sql ADD_TOKEN = Sql.of("testkit/add_member_token.sql");

  private TestMembers() {}

  /** The id of a member of that name and role, who is there from now on. */
  public static long add(Pool pool, String name, String role) {
    long id =
        ADD.on(pool, Map.of("name", name, "role", role, "hash", PASSWORD_HASH))
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next()
            .getLong("member_id");
    ADD_TOKEN
        .on(pool, Map.of("member_id", id, "hash", Sha256.hex(token(name))))
        .await()
        .atMost(PATIENCE);
    return id;
  }

  /** The token of a member; a running application notices a new one within seconds. */
  public static String token(String name) {
    return "token-of-the-member-" + name;
  }

  /** A request with the token of a member. */
  public static RequestSpecification as(String name) {
    return given().header("Authorization", "Bearer " + token(name)).contentType("application/json");
  }
}

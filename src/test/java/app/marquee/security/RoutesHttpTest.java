package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import app.marquee.testkit.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation there is, asked by everybody there is: 401 log in, 403 not you, ok for whatever
 * the operation says to somebody who may ask. What is asked is never right, so nothing changes.
 */
@QuarkusTest
class RoutesHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String OURS_ALONE = "/api/(probe|(admin/)?testkit).*";

  @Inject Pool pool;
  @Inject ApiTokens tokens;
  @Inject ManualClock clock;

  private List<Supplier<RequestSpecification>> callers;

  @BeforeEach
  void thereIsSomebodyOfEachKind() {
    TestMembers.add(pool, "Route Member", Roles.MEMBER);
    TestMembers.add(pool, "Route Admin", Roles.ADMIN);
    clock.tick(ApiTokens.REREAD_AFTER);
    String ops = ApiToken.newSecret();
    tokens.admit(ApiToken.of("routes", Roles.OPS, ops)).await().atMost(PATIENCE);
    String member = TestSessions.of("Route Member");
    String admin = TestSessions.of("Route Admin");
    callers =
        List.of(
            () -> given().header("Sec-Fetch-Site", "same-origin"),
            () -> bearer(TestMembers.token("Route Member")),
            () -> TestSessions.with(member),
            () -> TestSessions.with(admin),
            () -> bearer(TestTokens.ADMIN),
            () -> bearer(ops),
            () -> bearer(TestTokens.INGEST));
  }

  private static RequestSpecification bearer(String secret) {
    return given()
        .header("Sec-Fetch-Site", "same-origin")
        .header("Authorization", "Bearer " + secret);
  }

  @Test
  void everybodyMayDoWhatTheTableSaysAndNothingElse() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      found.put(operation.getKey(), outcomes(operation.getKey(), operation.getValue()));
    }
    assertThat(lines(found)).isEqualTo(Routes.lines());
  }

  @Test
  void theDocumentTellsWhatIsClosed() throws IOException {
    List<String> closed =
        operations().entrySet().stream()
            .filter(operation -> !operation.getValue().path("security").isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    assertThat(
            Routes.lines().stream()
                .filter(line -> line.contains("| 401"))
                .map(line -> line.substring(0, line.indexOf('|')).strip()))
        .containsExactlyElementsOf(closed);
  }

  private static Map<String, JsonNode> operations() throws IOException {
    Map<String, JsonNode> operations = new TreeMap<>();
    new ObjectMapper()
        .readTree(given().get("/openapi?format=json").asString())
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        one -> operations.put(path.getKey() + " " + one.getKey(), one.getValue())));
    operations.keySet().removeIf(name -> name.matches(OURS_ALONE));
    return operations;
  }

  private String outcomes(String name, JsonNode operation) {
    String path = name.split(" ")[0].replaceAll("\\{\\w+}", "999999999") + "?nonsense=1";
    List<String> outcomes = new ArrayList<>();
    for (Supplier<RequestSpecification> caller : callers) {
      RequestSpecification request = caller.get();
      if (operation.has("requestBody")) {
        String type = operation.path("requestBody").path("content").fieldNames().next();
        if (type.contains("form")) {
          request.formParam("nonsense", 1);
        } else {
          request.contentType(type).body("{\"nonsense\":1}".getBytes(StandardCharsets.UTF_8));
        }
      }
      int status = request.request(name.split(" ")[1].toUpperCase(Locale.ROOT), path).statusCode();
      assertThat(status).as("%s: %s", name, status).isLessThan(500);
      outcomes.add(status == 401 || status == 403 ? String.valueOf(status) : "ok");
    }
    return String.join(" | ", outcomes);
  }

  private static List<String> lines(Map<String, String> outcomes) {
    return outcomes.entrySet().stream()
        .map(one -> one.getKey() + " | " + one.getValue())
        .collect(Collectors.toList());
  }
}

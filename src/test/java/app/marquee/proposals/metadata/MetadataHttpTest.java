package app.marquee.proposals.metadata;

import static app.marquee.testkit.TestMembers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.cli.ExitStatus;
import app.marquee.db.Sql;
import app.marquee.proposals.FilmProposed;
import app.marquee.security.Roles;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The addresses and the command, on the running application, which calls nobody. */
@QuarkusTest
class MetadataHttpTest {
  private static final String ID = "tt8800001";
  private static final String REFRESH = "/api/admin/metadata/refresh";
  private static final Duration REREAD = Duration.ofSeconds(6);
  private static boolean membersAdded;
  private static long mona;

  @Inject Pool pool;
  @Inject ManualClock clock;
  @Inject Event<FilmProposed> proposed;
  @Inject Instance<RefreshMetadataCommand> commands;
  @Inject MetadataSchedule schedule;
  @Inject ObjectMapper json;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void addFilms() {
    sql("add_movie", Map.of());
    sql("add", Map.of("ids", new String[] {ID, "tt8800009"}, "now", clock.instant()));
    if (!membersAdded) {
      mona = TestMembers.add(pool, "Mona", Roles.MEMBER);
      TestMembers.add(pool, "Eager", Roles.MEMBER);
      membersAdded = true;
    }
    clock.tick(REREAD);
  }

  @AfterEach
  void forgetFilms() {
    sql("forget_movies", Map.of());
  }

  private RowSet<Row> sql(String file, Map<String, ?> binds) {
    return Sql.of("metadatatest/" + file + ".sql")
        .on(pool, binds)
        .await()
        .atMost(MetadataFixture.PATIENCE);
  }

  private String state() {
    return sql("state", Map.of("id", ID)).iterator().next().getString("state");
  }

  private static RequestSpecification admin() {
    return given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("application/json");
  }

  private int run(String... words) {
    return new CommandLine(commands.get())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExitCodeExceptionMapper(failure -> ExitStatus.USAGE)
        .execute(words);
  }

  @Test
  void aProposedFilmIsAskedForAtOnceInTheBackground() {
    proposed.fire(new FilmProposed(ID));
    Awaitility.await().until(() -> state().equals("OK"));
    assertThat(
            sql("state", Map.of("id", ID))
                .iterator()
                .next()
                .getJsonObject("cached_imdb_data")
                .getString("plot"))
        .isEqualTo("A plot of ours.");
  }

  @Test
  void whatIsDueIsAskedForByTheClockAndASweepFindsProposalsNobodyAskedFor() {
    sql(
        "add_proposal",
        Map.of("id", "tt8800002", "status", "OPEN", "member_id", mona, "now", clock.instant()));
    schedule.refreshDue().await().atMost(MetadataFixture.PATIENCE);
    assertThat(state()).isEqualTo("OK");
    schedule.sweep().await().atMost(MetadataFixture.PATIENCE);
    assertThat(sql("state", Map.of("id", "tt8800002")).iterator().next().getString("state"))
        .isEqualTo("OK");
  }

  @Test
  void anAdministratorRefreshesAndIsTold() {
    admin()
        .body("{\"ids\": [\"tt8800001\", \"tt8800009\"], \"dry_run\": true}")
        .post(REFRESH)
        .then()
        .statusCode(200)
        .body("report.selected", equalTo(2));
    assertThat(state()).isEqualTo("MISSING");
    admin()
        .body("{\"ids\": [\"tt8800001\", \"tt8800009\"]}")
        .post(REFRESH)
        .then()
        .statusCode(200)
        .body("finished", equalTo(true))
        .body("report.updated", equalTo(1))
        .body("report.skipped", equalTo(1))
        .body("report.problems[0].reason", equalTo("no provider knows of it"));
    assertThat(state()).isEqualTo("OK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"limit\": 0}",
        "{\"limit\": \"5\"}",
        "{\"hours\": -1}",
        "{\"force\": 1}",
        "{\"ids\": [\"1\"]}",
        "{\"ids\": []}",
        "{\"ids\": \"tt8800001\"}",
        "{\"nonsense\": 1}",
        "[]"
      })
  void anOrderThatMakesNoSenseIsRefused(String body) {
    admin().body(body).post(REFRESH).then().statusCode(400);
  }

  @Test
  void onlyAdministratorsRefreshAndSeeTheProviders() {
    as("Mona").body("{}").post(REFRESH).then().statusCode(403);
    given().contentType("application/json").body("{}").post(REFRESH).then().statusCode(401);
    as("Mona").get("/api/admin/metadata/providers").then().statusCode(403);
    admin()
        .get("/api/admin/metadata/providers")
        .then()
        .statusCode(200)
        .body("providers.provider", contains("offline"))
        .body("providers[0].breaker", nullValue())
        .body("providers[0].budget", nullValue());
  }

  @Test
  void statisticsTellHowMuchIsKnown() {
    admin().body("{\"ids\": [\"tt8800001\"]}").post(REFRESH);
    given()
        .get("/api/stats/metadata-cache")
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("total", greaterThanOrEqualTo(2))
        .body("valid_cache", greaterThanOrEqualTo(1))
        .body("no_cache", greaterThanOrEqualTo(1))
        .body("oldest", matchesPattern("\\d{4}-.*Z"));
    given().get("/api/stats/metadata-cache?x=1").then().statusCode(400);
  }

  @Test
  void aMemberFindsFilmsAndSeesWhatIsProposedOrWatched() {
    sql(
        "add_proposal",
        Map.of("id", ID, "status", "OPEN", "member_id", mona, "now", clock.instant()));
    sql(
        "add_proposal",
        Map.of("id", "tt8800002", "status", "WATCHED", "member_id", mona, "now", clock.instant()));
    as("Mona")
        .queryParam("q", "  QuilloN ")
        .get("/api/search/movies")
        .then()
        .statusCode(200)
        .body("provider", equalTo("offline"))
        .body("hits.imdb_id", contains(ID, "tt8800002"))
        .body("hits[0].title", equalTo("Quillon 100% Sharp"))
        .body("hits[0].year", equalTo(1999))
        .body("hits[0].watched", equalTo(false))
        .body("hits[0].proposal.status", equalTo("OPEN"))
        .body("hits[1].watched", equalTo(true))
        .body("hits[1].proposal.status", equalTo("WATCHED"));
  }

  @Test
  void aSearchMustMakeSense() {
    as("Mona")
        .get("/api/search/movies?q=x")
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem("q"));
    as("Mona").get("/api/search/movies").then().statusCode(400);
    as("Mona").get("/api/search/movies?q=matrix&nonsense=1").then().statusCode(400);
    given().get("/api/search/movies?q=matrix").then().statusCode(401);
    as("Mona")
        .queryParam("q", "100%")
        .get("/api/search/movies")
        .then()
        .statusCode(200)
        .body("hits.imdb_id", contains(ID));
  }

  @Test
  void whoSearchesTooOftenIsToldWhenToComeBack() {
    for (int i = 0; i < 30; i++) {
      as("Eager").get("/api/search/movies?q=quillon").then().statusCode(200);
    }
    as("Eager")
        .get("/api/search/movies?q=quillon")
        .then()
        .statusCode(429)
        .header("Retry-After", matchesPattern("[1-9]\\d?"));
    as("Mona").get("/api/search/movies?q=quillon").then().statusCode(200);
  }

  @Test
  void theCommandReportsAsTextAndAsJson() throws IOException {
    assertThat(run("--ids", ID + ",tt8800009", "--dry-run")).isZero();
    assertThat(out.toString()).isEqualTo("2 films would be asked for" + System.lineSeparator());
    assertThat(run("--ids", ID + ",tt8800009")).isZero();
    assertThat(out.toString())
        .contains("tt8800009 no provider knows of it")
        .containsPattern(
            "2 selected: 1 updated, 0 unchanged, 0 not found, 0 failed, 1 skipped, \\d+ ms");

    clock.tick(Duration.ofSeconds(1));
    out.getBuffer().setLength(0);
    assertThat(run("--ids", ID, "--force", "--json")).isZero();
    JsonNode report = json.readTree(out.toString());
    assertThat(report.path("selected").asInt()).isEqualTo(1);
    assertThat(report.path("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void wordsThatMakeNoSenseAreAMatterOfUsage() {
    assertThat(run("--limit", "0")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("--hours", "-1")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("--ids", "1")).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void theHelpTellsTheExitCodes() {
    String help = new CommandLine(commands.get()).getUsageMessage().replaceAll("\\s+", " ");
    assertThat(help)
        .contains(
            "Exit codes: 0 no film failed; 1 some films failed; 2 all films failed",
            "--force",
            "--dry-run",
            "--ids",
            "--only-missing",
            "--limit",
            "--hours",
            "--json");
  }
}

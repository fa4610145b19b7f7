package app.marquee.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.http.PublishedApi.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The examples of the documentation are answers the service gives. {@code -Dgolden.write=true}
 * writes them anew, for their diff to be read.
 */
@QuarkusTest
@TestProfile(DemoWorld.class)
class OpenApiExamplesHttpTest {
  private static final Path FOLDER = Path.of("src", "main", "resources", "openapi", "examples");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int FEW = 2;

  /** Whose answers differ as a whole from run to run. */
  private static final List<String> SHAPE_ONLY =
      List.of(
          "/refresh",
          "/cache-status",
          "/admin/views",
          "/stats/",
          "/members",
          "/me/tokens",
          "/admin/tokens",
          "/audit-log");

  /** What is another one in every run. */
  private static final Set<String> VARYING =
      Set.of(
          "generated_at",
          "request_id",
          "state",
          "last_calculated",
          "rank_as_of",
          "created_at",
          "opens_at",
          "closed_at");

  private PublishedApi api;
  private PublishedCalls calls;

  @BeforeEach
  void waitForTheDemo() {
    DemoWorld.awaitIt();
    api = new PublishedApi(given().get("/openapi?format=json").asString());
    calls = PublishedCalls.inTheDemoWorld();
  }

  @Test
  void everyExampleIsARealAnswer() throws IOException {
    for (Operation operation : api.operations()) {
      Response answer = calls.call(operation, calls.example(operation)).get(0);
      assertThat(answer.statusCode()).as(operation.toString()).isBetween(200, 299);
      if (operation.answersSomething() && !operation.answersNoText()) {
        assertExample(
            DocumentedExamples.name(operation.method(), operation.path()),
            answer,
            SHAPE_ONLY.stream().anyMatch(operation.path()::contains));
      }
    }
  }

  @Test
  void everyProblemsExampleIsARealAnswer() throws IOException {
    for (Map.Entry<ProblemCode, Supplier<Response>> problem : problems().entrySet()) {
      Response answer = problem.getValue().get();
      assertThat(answer.statusCode()).isEqualTo(problem.getKey().status());
      assertExample("problem-" + problem.getKey().slug(), answer, false);
    }
    assertThat(api.problemExamples())
        .containsExactlyInAnyOrderElementsOf(
            problems().keySet().stream().map(ProblemCode::slug).toList());
  }

  @Test
  void everyOperationHasAnExampleAndEveryFileIsOne() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Operation operation : api.operations()) {
      if (operation.answersSomething() && !operation.answersNoText()) {
        assertThat(api.examples(operation))
            .as(operation.toString())
            .isNotEmpty()
            .noneMatch(JsonNode::isMissingNode);
        names.add(DocumentedExamples.name(operation.method(), operation.path()));
      }
    }
    problems().keySet().forEach(code -> names.add("problem-" + code.slug()));
    Set<String> kept = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.forEach(file -> kept.add(file.getFileName().toString().replaceFirst("[.]json$", "")));
    }
    assertThat(kept).isEqualTo(names);
  }

  /** Those that can be had without breaking anything; the others have no example. */
  private static Map<ProblemCode, Supplier<Response>> problems() {
    String rankings = "/api/parks/downtime";
    String admin = "/api/admin/";
    Map<ProblemCode, Supplier<Response>> problems = new LinkedHashMap<>();
    problems.put(
        ProblemCode.PARAMETER_INVALID, () -> given().get(rankings + "?period=tomorrow&limit=0"));
    problems.put(ProblemCode.BODY_UNREADABLE, () -> refresh("admin", "{"));
    problems.put(ProblemCode.UNAUTHENTICATED, () -> given().get(admin + "cache-status"));
    problems.put(ProblemCode.FORBIDDEN, () -> refresh("ingest", "{\"scope\":\"all\"}"));
    problems.put(ProblemCode.NOT_FOUND, () -> given().get("/api/parks/" + PublishedCalls.NOBODY));
    problems.put(ProblemCode.VIEW_UNKNOWN, () -> given().get("/api/views/park_naptime_today"));
    problems.put(ProblemCode.VIEW_MISSING, OpenApiExamplesHttpTest::missing);
    problems.put(
        ProblemCode.PROFILE_UNKNOWN, () -> given().get("/api/profiles/" + PublishedCalls.NOBODY));
    problems.put(
        ProblemCode.PROFILE_EXISTS,
        () -> post("admin", "/api/profiles", "{\"name\":\"Balanced\",\"weights\":{\"awards\":1}}"));
    problems.put(
        ProblemCode.PROFILE_PROTECTED,
        () -> PublishedCalls.as("admin").delete("/api/profiles/balanced"));
    problems.put(
        ProblemCode.WEIGHTS_NOT_ONE,
        () -> post("", "/api/predictions/preview", "{\"weights\":{\"awards\":0.98}}"));
    problems.put(
        ProblemCode.RUN_UNKNOWN,
        () -> PublishedCalls.as("admin").get(admin + "refreshes/" + PublishedCalls.NOBODY));
    problems.put(
        ProblemCode.LOGIN_FAILED,
        () -> {
          PublishedCalls.Body form = PublishedMembers.form("Nobody");
          return PublishedCalls.as("")
              .contentType(form.type())
              .body(form.text())
              .post(PublishedMembers.LOGIN);
        });
    problems.put(
        ProblemCode.CROSS_SITE,
        () -> given().contentType(PublishedMembers.FORM).body("").post(PublishedMembers.LOGIN));
    problems.put(
        ProblemCode.MEMBER_EXISTS,
        () -> post("", "/api/members", "{\"name\":\"ADA\",\"password\":\"a film every friday\"}"));
    problems.put(
        ProblemCode.MEMBER_UNKNOWN,
        () ->
            PublishedCalls.as("admin")
                .contentType("application/json")
                .body("{\"active\":false}")
                .patch(admin + "members/" + PublishedCalls.NOBODY));
    problems.put(ProblemCode.METHOD_NOT_ALLOWED, () -> given().delete(rankings));
    problems.put(ProblemCode.NOT_ACCEPTABLE, () -> given().accept("image/png").get(rankings));
    problems.put(ProblemCode.BODY_TOO_LARGE, () -> refresh("admin", "x".repeat(2 << 20)));
    problems.put(
        ProblemCode.MEDIA_TYPE_UNSUPPORTED,
        () ->
            PublishedCalls.as("admin")
                .contentType("image/png")
                .body(new byte[] {1})
                .post(admin + "imports/parks"));
    problems.put(
        ProblemCode.SNAPSHOTS_INVALID,
        () ->
            PublishedCalls.as("ingest")
                .contentType("application/json")
                .body(
                    "{\"park_key\":\"demo-larkspur-kingdom\","
                        + "\"rides\":[{\"ride_key\":\"demo-nobody\",\"status\":\"DOWN\"}]}")
                .post("/api/parks/snapshots"));
    return problems;
  }

  private static Response missing() {
    PublishedCalls.savePassing();
    try {
      return given().get("/api/predictions?profile=" + PublishedCalls.PASSING);
    } finally {
      PublishedCalls.forgetPassing();
    }
  }

  private static Response refresh(String role, String body) {
    return post(role, "/api/admin/refresh", body);
  }

  private static Response post(String role, String path, String body) {
    return PublishedCalls.as(role).contentType("application/json").body(body).post(path);
  }

  /** Of what differs from run to run as a whole, only the shape is compared. */
  private static void assertExample(String name, Response answer, boolean shapeOnly)
      throws IOException {
    boolean csv = name.endsWith(".csv");
    Path file = FOLDER.resolve(csv ? name : name + ".json");
    String body = csv ? answer.asString() : withoutProbes(answer).toPrettyString() + "\n";
    if (Boolean.getBoolean("golden.write") && isAnother(file, body, csv, shapeOnly)) {
      Files.writeString(file, body);
    }
    String example = Files.readString(file);
    assertThat(compared(body, csv, shapeOnly))
        .as(name)
        .isEqualTo(compared(example, csv, shapeOnly));
  }

  /** The tests' own views are in no catalog but theirs; of the others the first will do. */
  private static JsonNode withoutProbes(Response answer) throws IOException {
    JsonNode document = JSON.readTree(answer.asString());
    if (document.path("views").isArray()) {
      ArrayNode views = (ArrayNode) document.get("views");
      remove(views, "cache_key");
      ((ObjectNode) document).put("total", views.size());
      while (views.size() > FEW) {
        views.remove(FEW);
      }
    }
    if (document.path("features").isArray()) {
      remove((ArrayNode) document.get("features"), "name");
      for (String count : List.of("total_views", "fresh_views", "stale_views", "missing_views")) {
        int sum =
            document.get("features").findValues(count).stream().mapToInt(JsonNode::asInt).sum();
        ((ObjectNode) document).put(count, sum);
      }
    }
    return document;
  }

  private static void remove(ArrayNode rows, String field) {
    List<JsonNode> kept = new ArrayList<>();
    rows.forEach(kept::add);
    kept.removeIf(row -> row.path(field).asText().startsWith("probe"));
    rows.removeAll().addAll(kept);
  }

  /** What differs only by its run is not written again, for the diff's sake. */
  private static boolean isAnother(Path file, String body, boolean csv, boolean shapeOnly)
      throws IOException {
    return !Files.exists(file)
        || !compared(Files.readString(file), csv, shapeOnly).equals(compared(body, csv, shapeOnly));
  }

  private static String compared(String json, boolean csv, boolean shapeOnly) throws IOException {
    if (csv) {
      return json;
    }
    JsonNode document = JSON.readTree(json);
    if (shapeOnly) {
      List<String> fields = new ArrayList<>();
      document.fieldNames().forEachRemaining(fields::add);
      return fields.toString();
    }
    blur(document);
    return document.toPrettyString();
  }

  private static void blur(JsonNode node) {
    if (node instanceof ObjectNode object) {
      VARYING.stream().filter(object::has).forEach(field -> object.put(field, "…"));
    }
    node.forEach(OpenApiExamplesHttpTest::blur);
  }
}

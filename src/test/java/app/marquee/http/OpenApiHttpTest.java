package app.marquee.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.http.PublishedApi.Operation;
import app.marquee.views.Catalog;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation of the published document, called; every answer held against it. */
@QuarkusTest
@TestProfile(DemoWorld.class)
class OpenApiHttpTest {
  private static final String JSON = "application/json";

  /** What a build of predictions is the answer to. */
  private static final String PREDICTED = "/api/predictions([.]csv|/validation|/comparison)?";

  private static final String TOO_LARGE = "x".repeat(11 << 20);

  @Inject Catalog catalog;

  private PublishedApi api;
  private PublishedCalls calls;

  @BeforeEach
  void waitForTheDemo() {
    DemoWorld.awaitIt();
    api = new PublishedApi(given().get("/openapi?format=json").asString());
    calls = PublishedCalls.inTheDemoWorld();
  }

  /** Rows, too: of every view that has rows, some answer had one. */
  @Test
  void everyAnswerIsAsPublished() {
    Set<String> withRows = new TreeSet<>();
    for (Operation operation : api.operations()) {
      for (String address : calls.addresses(operation)) {
        for (Response answer : calls.call(operation, address)) {
          String request = operation.method() + " " + address;
          assertThat(answer.statusCode()).as(request).isBetween(200, 299);
          api.assertPublished(operation, request, answer);
          if (!answer.asString().isEmpty()
              && answer.contentType().startsWith(JSON)
              && !Integer.valueOf(0).equals(answer.path("record_count"))) {
            withRows.add(String.valueOf(answer.<Object>path("view")));
          }
        }
      }
    }
    assertThat(withRows).containsAll(views());
  }

  @Test
  void whatTheOperationsTakeIsAsPublished() {
    for (Operation operation : api.operations()) {
      if (operation.node().has("requestBody")) {
        for (String address : calls.addresses(operation)) {
          calls.bodies(operation, address).forEach(body -> api.assertSendable(operation, body));
        }
      }
    }
  }

  private List<String> views() {
    return catalog.views().stream()
        .map(View::name)
        .filter(name -> !name.startsWith("probe"))
        .toList();
  }

  @Test
  void everyViewHasASchemaAndEveryReferenceLeadsSomewhere() {
    assertThat(views()).allMatch(api::hasSchema);
    assertThat(api.danglingReferences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/parks/downtime?filter=all-parks | park_downtime | /data/0 | shame_score",
        "/api/rides/waittimes?filter=all-parks | ride_waittimes | /data/0 | tier",
        "/api/trends/chart-data?filter=all-parks | chart_park_shame | /chart_data/datasets/0 | rank",
        "/api/predictions | predictions_ranking | /data/0 | confidence",
        "/api/predictions/validation | predictions_validation | /data/0 | interval",
        "/api/predictions/comparison | predictions_comparison | /data/0 | standard_deviation",
        "/api/profiles/balanced | profile_answer | /profile/weights | awards",
        "/api/parks/999999999 | problem | '' | request_id"
      })
  void aFieldTooManyOrTooFewIsNoticed(String path, String schema, String at, String field)
      throws IOException {
    JsonNode document = new ObjectMapper().readTree(given().get(path).asString());
    ObjectNode row = (ObjectNode) document.at(at);
    assertThat(api.faults(schema, document)).isEmpty();

    row.put("undocumented", 1);
    assertThat(api.faults(schema, document)).isNotEmpty();

    row.remove("undocumented");
    row.remove(field);
    assertThat(api.faults(schema, document)).isNotEmpty();
  }

  @Test
  void anUnchangedDocumentIsAsPublished() {
    for (Operation operation : api.operations()) {
      if (operation.documents("304")) {
        String address = calls.example(operation);
        String etag = given().get(address).header("ETag");
        Response answer = given().header("If-None-Match", etag).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(304);
        api.assertPublished(operation, address, answer);
      }
    }
  }

  @Test
  void whatCanBeGotHasAHead() {
    PublishedCalls.savePassing();
    try {
      api.operations().stream()
          .filter(operation -> operation.method().equals("get"))
          .forEach(
              operation -> assertHead(operation, "HEAD of " + operation, calls.example(operation)));
    } finally {
      PublishedCalls.forgetPassing();
    }
  }

  private static void assertHead(Operation operation, String what, String address) {
    Response whole = PublishedCalls.as(operation.role()).get(address);
    Response head = PublishedCalls.as(operation.role()).head(address);
    assertThat(head.statusCode()).as(what).isEqualTo(whole.statusCode()).isEqualTo(200);
    assertThat(head.asString()).as(what).isEmpty();
    for (String header : List.of("Content-Type", "ETag", "Link", "Vary", "Last-Modified")) {
      assertThat(head.header(header)).as("%s: %s", what, header).isEqualTo(whole.header(header));
    }
  }

  @Test
  void everyRefusalIsAsPublished() {
    for (Operation operation : api.operations()) {
      String address = calls.example(operation);
      refused(operation, 401, () -> calls.callUnknown(operation, address));
      if (operation.role().equals("admin")) {
        refused(operation, 403, () -> calls.callAs("ingest", operation, address));
      }
      if (!operation.path().matches(PREDICTED)) {
        refused(operation, 404, () -> nobody(operation));
      }
      refused(operation, 413, () -> calls.callWith(JSON, TOO_LARGE, operation, address));
      refused(operation, 415, () -> calls.callWith("image/png", "x", operation, address));
      refused(
          operation,
          400,
          () ->
              operation.node().has("requestBody") && operation.parameters("query").isEmpty()
                  ? calls.callBroken(operation, address)
                  : calls.callAs(
                      operation.role(),
                      operation,
                      address + (address.contains("?") ? "&" : "?") + "nonsense=1"));
      String method = api.takes("patch", operation.path()) ? "PUT" : "PATCH";
      Response unmethodical = PublishedCalls.as("admin").request(method, address);
      assertThat(unmethodical.statusCode()).as("%s %s", method, address).isEqualTo(405);
      api.assertPublished(operation, method + " " + address, unmethodical);
    }
  }

  /** Of a profile that has just been saved; what compares profiles has a build without it. */
  @Test
  void whatHasNoBuildIsMissingAsPublished() {
    PublishedCalls.savePassing();
    try {
      for (Operation operation : api.operations()) {
        if (operation.path().matches(PREDICTED) && !operation.parameters("query").isEmpty()) {
          String address = operation.path() + "?profile=" + PublishedCalls.PASSING;
          Response answer = given().get(address);
          assertThat(answer.<String>path("state")).as(address).isEqualTo("missing");
          assertThat(answer.header("Retry-After")).as(address).isEqualTo("5");
          refused(operation, 404, () -> answer);
        }
      }
    } finally {
      PublishedCalls.forgetPassing();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "post | /api/profiles | /api/profiles | {'name': 'Balanced', 'weights': {'awards': 1}} | 409",
        "put | /api/profiles/{slug} | /api/profiles/balanced |"
            + " {'name': 'Unbalanced', 'weights': {'awards': 1}} | 409",
        "delete | /api/profiles/{slug} | /api/profiles/balanced | {} | 409",
        "post | /api/predictions/preview | /api/predictions/preview |"
            + " {'weights': {'awards': 0.98}} | 422",
        "post | /api/predictions/refresh | /api/predictions/refresh | {'decade': 1990} | 400",
        "post | /api/parks/snapshots | /api/parks/snapshots |"
            + " {'park_key': 'demo-larkspur-kingdom',"
            + " 'rides': [{'ride_key': 'demo-nobody', 'status': 'DOWN'}]} | 422"
      })
  void whatMayNotBeIsRefusedAsPublished(
      String method, String path, String address, String body, int status) {
    Operation operation =
        api.operations().stream()
            .filter(one -> one.method().equals(method) && one.path().equals(path))
            .findFirst()
            .orElseThrow();
    assertThat(operation.documents(String.valueOf(status))).isTrue();
    refused(
        operation, status, () -> calls.callWith(JSON, body.replace('\'', '"'), operation, address));
  }

  private void refused(Operation operation, int status, Supplier<Response> call) {
    if (operation.documents(String.valueOf(status))) {
      Response answer = call.get();
      assertThat(answer.statusCode()).as("%s refused", operation).isEqualTo(status);
      api.assertPublished(operation, operation.toString(), answer);
    }
  }

  /** Asks for what is not there: an id in the path, in the query or in the body. */
  private Response nobody(Operation operation) {
    if (operation.node().has("requestBody") && !operation.path().contains("{")) {
      return calls.callWith(
          JSON, "{\"scope\":\"view\",\"name\":\"nobody\"}", operation, operation.path());
    }
    return calls.callAs(
        operation.role(),
        operation,
        operation.path().contains("{")
            ? operation.path().replaceAll("\\{\\w+}", PublishedCalls.NOBODY)
            : operation.path() + PublishedOps.question(operation) + PublishedCalls.NOBODY);
  }
}

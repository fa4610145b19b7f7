package app.marquee.parks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.testkit.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies by the megabyte, sent with their length announced and in chunks. */
@QuarkusTest
class BodyLimitsHttpTest {
  private static final String PUSH = "/api/parks/snapshots";
  private static final String REFRESH = "/api/admin/refresh";
  private static final String SNAPSHOT =
      "{\"park_key\":\"wide\",\"ride_key\":\"r1\",\"recorded_at\":\"2026-08-22T08:%s:00Z\","
          + "\"status\":\"OPERATING\"}\n";
  private static final int MEGABYTE = 1 << 20;
  private static final byte[] BLANK_LINES = blankLines();

  @TestHTTPResource URI base;

  @BeforeEach
  void importPlaces() {
    imports("parks", "park_key,name,timezone\nwide,Wide,Europe/Paris\n");
    imports("rides", "park_key,ride_key,name\nwide,r1,Coaster\n");
  }

  @Test
  void pushOfTwentyMegabytesIsRefusedAndNothingWritten() throws Exception {
    for (boolean announced : new boolean[] {true, false}) {
      assertTooLarge(
          send(
              PUSH,
              TestTokens.INGEST,
              SnapshotResource.NDJSON,
              SNAPSHOT.formatted("10"),
              20,
              announced),
          "10485760");
    }

    assertThat(push(SNAPSHOT.formatted("10")).getInt("inserted")).isEqualTo(1);
  }

  @Test
  void pushInChunksIsTakenUpToItsLimit() throws Exception {
    HttpResponse<String> answer =
        send(PUSH, TestTokens.INGEST, SnapshotResource.NDJSON, SNAPSHOT.formatted("20"), 9, false);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JsonPath.from(answer.body()).getInt("inserted")).isEqualTo(1);
  }

  @Test
  void refreshOfTwentyMegabytesIsRefused() throws Exception {
    for (boolean announced : new boolean[] {true, false}) {
      assertTooLarge(
          send(REFRESH, TestTokens.ADMIN, "application/json", "{", 20, announced), "1048576");
    }
  }

  @Test
  void importOfAnyLengthIsStreamed() throws Exception {
    for (boolean announced : new boolean[] {true, false}) {
      HttpResponse<String> answer =
          send(
              "/api/admin/imports/snapshots",
              TestTokens.ADMIN,
              SnapshotResource.NDJSON,
              SNAPSHOT.formatted(announced ? "30" : "40"),
              70,
              announced);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(JsonPath.from(answer.body()).getInt("inserted")).isEqualTo(1);
      assertThat(JsonPath.from(answer.body()).getBoolean("complete")).isTrue();
    }
  }

  private static void assertTooLarge(HttpResponse<String> answer, String limit) {
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(JsonPath.from(answer.body()).getString("type"))
        .isEqualTo("/errors.md#body-too-large");
    assertThat(JsonPath.from(answer.body()).getString("detail")).contains(limit);
  }

  /** A start and then megabytes of blank lines, made as they are sent. */
  private HttpResponse<String> send(
      String path, String token, String type, String start, int megabytes, boolean announced)
      throws IOException, InterruptedException {
    byte[] first = start.getBytes(StandardCharsets.UTF_8);
    BodyPublisher body =
        BodyPublishers.fromPublisher(
            BodyPublishers.concat(
                BodyPublishers.ofByteArray(first),
                BodyPublishers.ofByteArrays(Collections.nCopies(megabytes, BLANK_LINES))));
    long length = first.length + (long) megabytes * MEGABYTE;
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(base.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(announced ? BodyPublishers.fromPublisher(body, length) : body)
                .build(),
            BodyHandlers.ofString());
  }

  private static JsonPath push(String line) {
    return given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .contentType(SnapshotResource.NDJSON)
        .body(line.getBytes(StandardCharsets.UTF_8))
        .post(PUSH)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void imports(String kind, String csv) {
    given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("text/csv")
        .body(csv)
        .post("/api/admin/imports/" + kind)
        .then()
        .statusCode(200)
        .body("rejected", equalTo(0));
  }

  private static byte[] blankLines() {
    byte[] lines = new byte[MEGABYTE];
    Arrays.fill(lines, (byte) '\n');
    return lines;
  }
}

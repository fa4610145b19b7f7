package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two imports at a time: a third is told to come back, and loses nothing by it. */
@QuarkusTest
class ImportRoomHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String IMPORT = "/api/admin/imports/lists";
  private static final String HEADER = "list,imdb_id\n";

  @Test
  void theThirdComesBackLater() throws IOException {
    try (PipedOutputStream one = new PipedOutputStream();
        PipedOutputStream other = new PipedOutputStream()) {
      CompletableFuture<HttpResponse<String>> first = begin(one);
      CompletableFuture<HttpResponse<String>> second = begin(other);

      Awaitility.await().atMost(PATIENCE).until(() -> third().statusCode() == 429);
      Response refused = third();
      assertThat(refused.header("Retry-After")).isEqualTo("10");
      assertThat(refused.<String>path("type")).isEqualTo("/errors.md#too-many-requests");

      one.close();
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(third().statusCode()).isEqualTo(200);
      other.close();
      assertThat(second.join().statusCode()).isEqualTo(200);
    }
  }

  /** A file whose lines have not come yet. */
  private static CompletableFuture<HttpResponse<String>> begin(PipedOutputStream file)
      throws IOException {
    PipedInputStream body = new PipedInputStream(file);
    file.write(HEADER.getBytes(StandardCharsets.UTF_8));
    file.flush();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + IMPORT))
            .header("Authorization", "Bearer " + TestTokens.ADMIN)
            .header("Content-Type", "text/csv")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
            .build();
    return HttpClient.newHttpClient()
        .sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static Response third() {
    return given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("text/csv")
        .body(HEADER.getBytes(StandardCharsets.UTF_8))
        .post(IMPORT);
  }
}

package app.marquee.security;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
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
    try (Socket first = begin();
        Socket second = begin()) {
      Awaitility.await().atMost(PATIENCE).until(() -> third().statusCode() == 429);
      Response refused = third();
      assertThat(refused.header("Retry-After")).isEqualTo("10");
      assertThat(refused.<String>path("type")).isEqualTo("/errors.md#too-many-requests");

      assertThat(end(first)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(third().statusCode()).isEqualTo(200);
      assertThat(end(second)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  /** A file whose lines have not come yet. */
  private static Socket begin() throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    send(
        socket,
        "POST " + IMPORT + " HTTP/1.1",
        "Host: localhost",
        "Authorization: Bearer " + TestTokens.ADMIN,
        "Content-Type: text/csv",
        "Transfer-Encoding: chunked",
        "",
        Integer.toHexString(HEADER.length()),
        HEADER);
    return socket;
  }

  /** Its end; what is answered first. */
  private static String end(Socket socket) throws IOException {
    send(socket, "0", "");
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
  }

  private static void send(Socket socket, String... lines) throws IOException {
    socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  private static Response third() {
    return given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("text/csv")
        .body(HEADER.getBytes(US_ASCII))
        .post(IMPORT);
  }
}

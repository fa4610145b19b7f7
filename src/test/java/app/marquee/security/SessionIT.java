package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.PackagedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of the packaged service. */
class SessionIT {
  private static final Duration SHUTDOWN = Duration.ofSeconds(20);
  private static final String MEMBER = "{\"name\":\"Stella\",\"password\":\"a film every friday\"}";

  /** Behind a proxy on the same machine that ends TLS. */
  private static final Map<String, String> BEHIND_A_PROXY =
      Map.of(
          "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
          "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true",
          "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");

  @TempDir Path folder;

  @Test
  void aSessionOutlivesARestartAndIsSecureBehindTls() throws Exception {
    String cookie;
    try (PackagedService first = PackagedService.start(folder, BEHIND_A_PROXY)) {
      assertThat(first.post("/api/members", null, MEMBER).statusCode()).isEqualTo(201);
      assertThat(logIn(first, "http")).doesNotContain("Secure");
      cookie = logIn(first, "https");
      assertThat(cookie).contains("; Secure").contains("HTTPOnly").contains("SameSite=Strict");
      assertThat(me(first, cookie)).isEqualTo(200);
      assertThat(first.terminate(SHUTDOWN)).isTrue();
    }
    Path key = folder.resolve("session.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    try (PackagedService second = PackagedService.start(folder, Map.of())) {
      assertThat(me(second, cookie)).isEqualTo(200);
      assertThat(second.output()).noneMatch(line -> line.contains(read(key)));
      assertThat(second.terminate(SHUTDOWN)).isTrue();
    }
    Map<String, String> otherKey = Map.of("MARQUEE_SESSION_KEY", "another key of the operator's");
    try (PackagedService third = PackagedService.start(folder, otherKey)) {
      assertThat(me(third, cookie)).isEqualTo(401);
    }
  }

  @Test
  void aKeyThatIsTooShortIsRefusedInOneLine() throws Exception {
    Map<String, String> tooShort = Map.of("MARQUEE_SESSION_KEY", "short");
    try (PackagedService refused = PackagedService.begin(folder, tooShort)) {
      assertThat(refused.awaitEnd()).isEqualTo(2);
      assertThat(refused.output())
          .isEqualTo(List.of("marquee: MARQUEE_SESSION_KEY must have 16 characters or more"));
      assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  private static String logIn(PackagedService service, String scheme) throws IOException {
    HttpResponse<String> answer =
        service.send(
            HttpRequest.newBuilder()
                .POST(
                    HttpRequest.BodyPublishers.ofString("name=Stella&password=a+film+every+friday"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-Proto", scheme),
            "/api/login");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  private static int me(PackagedService service, String cookie) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder().GET().header("Cookie", cookie.split(";")[0]);
    return service.send(request, "/api/me").statusCode();
  }

  private static String read(Path key) {
    try {
      return Files.readString(key).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

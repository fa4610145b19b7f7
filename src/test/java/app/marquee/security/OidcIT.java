package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.PackagedService;
import app.marquee.testkit.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with an issuer of OpenID Connect beside its own tokens and sessions. */
class OidcIT {
  private static final String OURS = "a-token-of-ours-alone";
  private static final String STATUS = "/api/admin/cache-status";
  private static final String REFRESH = "/api/admin/refresh";
  private static final String SNAPSHOTS = "/api/parks/snapshots";

  private static OidcIssuer issuer;
  private static PackagedService service;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    issuer = new OidcIssuer();
    service =
        PackagedService.start(
            folder,
            Map.of(
                "MARQUEE_DEMO",
                "false",
                "MARQUEE_ADMIN_TOKEN",
                OURS,
                "QUARKUS_OIDC_TENANT_ENABLED",
                "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer.address(),
                "QUARKUS_OIDC_TOKEN_AUDIENCE",
                "marquee",
                "MARQUEE_SECURITY_OIDC_ADMIN_ROLE",
                "chef",
                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
                "true"));
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
  }

  @Test
  void rolesAreThoseTheIssuerNames() throws IOException {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (String role : new String[] {"chef", "ops", "ingest", "member", "admin"}) {
      outcomes.put(role, outcomes(issuer.token("ada", '"' + role + '"', 300)));
    }
    assertThat(outcomes)
        .containsExactly(
            Map.entry("chef", "200 400 400"),
            Map.entry("ops", "200 403 403"),
            Map.entry("ingest", "403 403 400"),
            Map.entry("member", "403 403 403"),
            Map.entry("admin", "403 403 403"));
    assertThat(outcomes(issuer.token("ada", "\"ops\",\"ingest\"", 300))).isEqualTo("200 403 400");
  }

  /** Reads what ops may, asks for a refresh and pushes, both with bodies that say nothing. */
  private static String outcomes(String token) throws IOException {
    return service.get(STATUS, token).statusCode()
        + " "
        + service.post(REFRESH, token, "{}").statusCode()
        + " "
        + service.post(SNAPSHOTS, token, "{").statusCode();
  }

  @Test
  void whatTheIssuerDidNotSignForUsNowIsNobodys() throws IOException {
    Map<String, String> tokens =
        Map.of(
            "expired", issuer.token("ada", "\"chef\"", -300),
            "for others", issuer.tokenFor("another-service"),
            "of others", issuer.tokenFrom("https://issuer.example"),
            "forged", issuer.forgedToken(),
            "cut", issuer.token("ada", "\"chef\"", 300).replaceFirst(".$", ""),
            "unsigned", issuer.token("ada", "\"chef\"", 300).replaceFirst("[.][^.]*$", ".AAAA"),
            "no token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.AA");
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      HttpResponse<String> answer = service.get(STATUS, token.getValue());
      assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
      assertThat(answer.body()).as(token.getKey()).contains("\"/errors.md#unauthenticated\"");
      assertThat(answer.headers().allValues("WWW-Authenticate"))
          .containsExactly("Bearer realm=\"marquee\"");
    }
  }

  @Test
  void whoCameByTlsIsToldToComeByItAgain() throws IOException {
    for (String path : new String[] {"/", "/api/views", "/q/health/live", STATUS, "/nothing"}) {
      HttpRequest.Builder byTls =
          HttpRequest.newBuilder().GET().header("X-Forwarded-Proto", "https");
      assertThat(service.send(byTls, path).headers().firstValue("Strict-Transport-Security"))
          .as(path)
          .contains("max-age=31536000");
      assertThat(service.get(path, null).headers().firstValue("Strict-Transport-Security"))
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void withoutAnAdminAnExternalDatabaseIsRefusedInOneLine(@TempDir Path folder) throws Exception {
    try (TestDatabase database = TestDatabase.createEmpty();
        PackagedService refused =
            PackagedService.begin(
                folder, Map.of("MARQUEE_DATABASE_URL", database.url().withPassword()))) {
      assertThat(refused.awaitEnd()).isNotZero();
      assertThat(refused.output().stream().filter(line -> line.contains("MARQUEE_ADMIN_TOKEN")))
          .hasSize(1)
          .allMatch(line -> line.contains("the external database has no admin yet; set"));
    }
  }

  @Test
  void ourOwnTokensAndSessionsGoOnBesideIt() throws IOException {
    assertThat(service.get(STATUS, OURS).statusCode()).isEqualTo(200);
    assertThat(service.get(STATUS, "nobodys-token").statusCode()).isEqualTo(401);
    assertThat(
            service
                .post(
                    "/api/members",
                    null,
                    "{\"name\":\"Olga\",\"password\":\"a film every friday\"}")
                .statusCode())
        .isEqualTo(201);
    HttpResponse<String> logIn =
        service.send(
            HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("name=Olga&password=a+film+every+friday")),
            "/api/login");
    assertThat(logIn.statusCode()).isEqualTo(200);
    String cookie = logIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    assertThat(
            service.send(HttpRequest.newBuilder().GET().header("Cookie", cookie), "/api/me").body())
        .contains("Olga");
  }

  @Test
  void whatTheyDoIsNotedUnderANameOfTheirOwn() throws IOException {
    String token = issuer.token("MARQUEE_ADMIN_TOKEN\\u000aroot", "\"chef\"", 300);
    assertThat(
            service
                .post("/api/admin/tokens", token, "{\"name\":\"a\",\"role\":\"ops\"}")
                .statusCode())
        .isEqualTo(201);
    assertThat(service.get("/api/admin/audit-log?action=token-made", OURS).body())
        .contains("\"actor\":\"oidc:MARQUEE_ADMIN_TOKEN root\"");
  }
}

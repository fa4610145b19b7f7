package app.marquee.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A service with the films of one decade that a test made up, and what ops and imports do to it
 * while the test looks at the page.
 */
final class FilmLibrary implements AutoCloseable {
  static final String HOSTILE = "'); alert(1)//<img src=x onerror=alert(1)>";
  static final int FILMS = 30;

  private static final String RANKING = "/api/predictions?decade=1990";
  private static final String HEAD = "imdb_id,title,release_date,import_status\n";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration QUIET = Duration.ofSeconds(8);

  private final DemoService service =
      new DemoService(
          Map.of(
              "MARQUEE_CLOCK", "2026-08-22T19:00:00Z",
              "MARQUEE_DEMO", "false",
              "MARQUEE_VIEWS_DUE_GRACE", "PT1S",
              "MARQUEE_VIEWS_REFRESH_EVERY", "PT1H"));

  /** Thirty films of the 1990s, the best rated with a hostile title; four are on the list. */
  FilmLibrary filled() {
    load("movies", movies(1, FILMS, 1995));
    load(
        "metrics",
        "imdb_id,source,metric_type,value\n"
            + lines(1, FILMS, n -> id(n) + ",imdb,rating_average," + (9.9 - n / 10.0)));
    load(
        "lists",
        "list,imdb_id\n" + lines(1, 4, n -> "1001_movies," + id(n * 2)) + "other," + id(1) + "\n");
    refresh();
    return this;
  }

  String address() {
    return service.address();
  }

  /** Moves most films into another decade: a build without them is refused. */
  void loseMostFilms() {
    load("movies", movies(6, FILMS, 2005));
    refresh();
    await()
        .atMost(PATIENCE)
        .until(() -> "gate_rejected".equals(admin().get(RANKING).header("X-Cache-Stale-Reason")));
  }

  /** Takes them back. */
  void findThemAgain() {
    load("movies", movies(6, FILMS, 1995));
    refresh();
  }

  /**
   * Deletes the build of the 1990s, until no run that earlier changes have led to is still to come.
   */
  void clearRanking() {
    await()
        .during(QUIET)
        .atMost(PATIENCE)
        .until(
            () -> {
              admin().delete("/api/admin/views/predictions_ranking_1990s_balanced");
              return "missing".equals(admin().get(RANKING).jsonPath().getString("state"));
            });
  }

  void pause(String key, boolean paused) {
    json("PATCH", "/api/admin/views/" + key, Map.of("paused", paused), 200);
  }

  void addProfile(String name, double opinion) {
    json("POST", "/api/profiles", profile(name, opinion), 201);
  }

  void weigh(String slug, String name, double opinion) {
    json("PUT", "/api/profiles/" + slug, profile(name, opinion), 200);
  }

  void deleteProfile(String slug) {
    assertThat(admin().delete("/api/profiles/" + slug).statusCode()).isEqualTo(204);
  }

  /** Has everything of the films computed, and waits until it is. */
  void refresh() {
    Response accepted = json("POST", "/api/predictions/refresh", Map.of(), 202);
    String run = accepted.header("Location").replaceFirst("^http://[^/]+", "");
    await()
        .atMost(PATIENCE)
        .until(() -> !admin().get(run).jsonPath().getString("status").matches("queued|running"));
  }

  /** Waits until a path answers with this status. */
  void awaitStatus(String path, int status) {
    await().atMost(PATIENCE).until(() -> admin().get(path).statusCode() == status);
  }

  RequestSpecification admin() {
    return given()
        .baseUri(address())
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + DemoService.ADMIN);
  }

  private void load(String kind, String csv) {
    Response report =
        admin()
            .header("Content-Type", "text/csv")
            .body(csv.getBytes(StandardCharsets.UTF_8))
            .post("/api/admin/imports/" + kind);
    assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
    assertThat(report.jsonPath().getInt("rejected")).as(report.asString()).isZero();
  }

  private Response json(String method, String path, Map<String, Object> body, int expected) {
    Response answer = admin().contentType("application/json").body(body).request(method, path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(expected);
    return answer;
  }

  private static Map<String, Object> profile(String name, double opinion) {
    return Map.of("name", name, "weights", Map.of("popular_opinion", opinion, "cultural", 0.5));
  }

  private static String movies(int from, int to, int year) {
    return HEAD + lines(from, to, n -> id(n) + ",\"" + title(n) + "\"," + year + "-05-01,full");
  }

  private static String title(int n) {
    return n == 1 ? HOSTILE : "Film number " + n;
  }

  private static String id(int n) {
    return String.format("tt88%05d", n);
  }

  private static String lines(int from, int to, IntFunction<String> line) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(line)
        .map(text -> text + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    service.close();
  }
}

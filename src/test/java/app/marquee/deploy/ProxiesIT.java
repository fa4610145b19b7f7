package app.marquee.deploy;

import static app.marquee.deploy.CountingHop.FETCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.deploy.CountingHop.Course;
import app.marquee.deploy.CountingHop.Fault;
import app.marquee.deploy.RunningProxy.Kind;
import app.marquee.testkit.PackagedService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What real caches in front make of our answers, with the files of {@code deploy/}. */
@Timeout(120)
class ProxiesIT {
  private static final String ADMIN = "a-token-of-the-operators-choice";
  private static final String STATUS = "/api/admin/cache-status";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "MARQUEE_DEMO", "false",
          "MARQUEE_ADMIN_TOKEN", ADMIN,
          "MARQUEE_OPS_HEARTBEAT_EVERY", "PT0.3S");
  private static final int HERD = 50;

  @TempDir static Path folder;
  private static final Map<Kind, RunningProxy> PROXIES = new EnumMap<>(Kind.class);
  private static PackagedService service;
  private static CountingHop hop;

  private final HttpClient client = newClient();

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Stream.of(Kind.values()).anyMatch(Kind::installed), "no nginx, no Varnish here");
    service = PackagedService.start(folder.resolve("data"), SETTINGS);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.get("/q/health/ready", null).statusCode() == 200);
    hop = new CountingHop(service.address());
    for (Kind kind : Kind.values()) {
      if (kind.installed()) {
        PROXIES.put(kind, RunningProxy.start(kind, folder.resolve(kind.name()), hop.port()));
      }
    }
  }

  @AfterAll
  static void stop() {
    PROXIES.values().forEach(RunningProxy::close);
    if (service != null) {
      hop.close();
      service.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeptAnswerIsNotSentTwice(Kind kind) throws Exception {
    String target = ranking(kind, 1);
    HttpResponse<byte[]> first = get(kind, target);
    String etag = header(first, "ETag");

    HttpResponse<byte[]> second = get(kind, target, "If-None-Match", etag);

    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(header(second, "ETag")).isEqualTo(etag);
    assertThat(hop.course(target).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void theAgeOfAKeptAnswerIsTold(Kind kind) throws Exception {
    String target = ranking(kind, 2);
    String date = header(get(kind, target), "Date");

    awaitSinceLast(hop.course(target), Duration.ofMillis(2_100));

    HttpResponse<byte[]> kept = get(kind, target);
    if (kind == Kind.VARNISH) {
      assertThat(Integer.parseInt(header(kept, "Age"))).isGreaterThanOrEqualTo(2);
    }
    // From its date a client computes the age where a cache tells none: nginx.
    assertThat(header(kept, "Date")).isEqualTo(date);
    HttpResponse<String> origin = service.get(target, null);
    assertThat(origin.headers().firstValue("Date")).get().isNotEqualTo(date);
    assertThat(origin.headers().firstValue("Age")).isEmpty();
    assertThat(hop.course(target).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aStaleAnswerIsGivenWhileOneRequestFetchesANewOne(Kind kind) throws Exception {
    String target = ranking(kind, 3);
    Course course =
        hop.course(target).says("Cache-Control", "public, max-age=1, stale-while-revalidate=60");
    assertThat(fetch(get(kind, target))).isEqualTo("1");
    course.hold();

    // Nobody waits for the origin, which now answers nothing.
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> fetch(getApart(kind, target)).equals("1") && course.count() == 2);
    assertThat(herd(kind, target)).allMatch(answer -> fetch(answer.join()).equals("1"));
    assertThat(course.count()).isEqualTo(2);

    course.release();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Integer.parseInt(fetch(get(kind, target))) >= 2);
  }

  @ParameterizedTest
  @EnumSource
  void aHerdForAnAnswerNobodyHasMakesOneRequest(Kind kind) {
    String target = ranking(kind, 4);
    Course course = hop.course(target);
    course.hold();

    List<CompletableFuture<HttpResponse<byte[]>>> herd = herd(kind, target);
    Awaitility.await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> course.count() == 1);
    course.release();

    assertThat(herd)
        .hasSize(HERD)
        .allMatch(answer -> answer.join().statusCode() == 200 && fetch(answer.join()).equals("1"));
    assertThat(course.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void compressedAndPlainAreKeptApart(Kind kind) throws Exception {
    String target = ranking(kind, 5);
    HttpResponse<byte[]> gzip = get(kind, target, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> browsers = get(kind, target, "Accept-Encoding", "gzip, deflate, br, zstd");
    HttpResponse<byte[]> plain = get(kind, target);
    HttpResponse<byte[]> refused = get(kind, target, "Accept-Encoding", "gzip;q=0, br");

    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(browsers.body()).isEqualTo(gzip.body());
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(header(plain, "ETag")).isNotEqualTo(header(gzip, "ETag"));
    assertThat(plain.body())
        .isEqualTo(refused.body())
        .isEqualTo(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes());
    assertThat(hop.course(target).count()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void whatDependsOnWhoAsksIsNeverKept(Kind kind) throws Exception {
    int before = hop.course(STATUS).count();
    assertThat(get(kind, STATUS, "Authorization", "Bearer " + ADMIN).statusCode()).isEqualTo(200);
    assertThat(get(kind, STATUS).statusCode()).isEqualTo(401);
    assertThat(get(kind, STATUS, "Authorization", "Bearer " + ADMIN).statusCode()).isEqualTo(200);
    assertThat(hop.course(STATUS).count()).isEqualTo(before + 3);

    String page = "/api/proposals?limit=" + (10 + kind.ordinal());
    get(kind, page, "Cookie", "marquee-session=mine");
    assertThat(hop.course(page).last().getHeader("Cookie")).isEqualTo("marquee-session=mine");
    get(kind, page);
    assertThat(hop.course(page).count()).isEqualTo(2);

    String view = ranking(kind, 6);
    get(kind, view, "Cookie", "marquee-session=mine");
    assertThat(hop.course(view).last().getHeader("Cookie")).isNull();

    String setting = ranking(kind, 7);
    hop.course(setting).says("Set-Cookie", "marquee-session=yours");
    get(kind, setting);
    get(kind, setting);
    assertThat(hop.course(setting).count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void pastItsTimeAnAnswerIsGivenOnlyWhereNoNewOneCanBeHad(Kind kind) throws Exception {
    String healthy = ranking(kind, 8);
    Map<Fault, String> broken = new EnumMap<>(Fault.class);
    broken.put(Fault.CLOSES_THE_CONNECTION, ranking(kind, 9));
    if (kind == Kind.VARNISH) {
      // nginx would cover up a 500 without looking at how long it may.
      broken.put(Fault.ANSWERS_500, ranking(kind, 10));
    }
    for (String target : List.of(healthy, ranking(kind, 9), ranking(kind, 10))) {
      hop.course(target)
          .says("Cache-Control", "public, max-age=1, stale-while-revalidate=1, stale-if-error=60");
      assertThat(fetch(get(kind, target))).isEqualTo("1");
    }
    broken.forEach((fault, target) -> hop.course(target).breaks(fault));

    awaitSinceLast(hop.course(ranking(kind, 10)), Duration.ofMillis(3_100));

    assertThat(fetch(get(kind, healthy))).isEqualTo("2");
    for (String target : broken.values()) {
      HttpResponse<byte[]> covered = get(kind, target);
      assertThat(covered.statusCode()).as(target).isEqualTo(200);
      assertThat(fetch(covered)).isEqualTo("1");
      assertThat(hop.course(target).count()).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsStaleAtItsOriginHoldsNobodyUp(Kind kind) throws Exception {
    String target = ranking(kind, 11);
    hop.course(target).says("Cache-Control", "public, max-age=0, stale-while-revalidate=900");

    long started = System.nanoTime();
    assertThat(herd(kind, target)).allMatch(answer -> answer.join().statusCode() == 200);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @EnumSource
  void eventsComeThroughAsTheyHappen(Kind kind) throws Exception {
    HttpRequest request = request(kind, "/api/events");
    try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
      assertThat(lines.filter(line -> !line.isBlank()).findFirst()).isPresent();
    }
  }

  private static void awaitSinceLast(Course course, Duration time) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> course.sinceLast().compareTo(time) > 0);
  }

  /** An address nobody has asked for: one proxy's, one case's. */
  private static String ranking(Kind kind, int number) {
    return "/api/parks/downtime?filter=all-parks&limit=" + (20 * (kind.ordinal() + 1) + number);
  }

  private static List<CompletableFuture<HttpResponse<byte[]>>> herd(Kind kind, String target) {
    HttpClient client = newClient();
    return IntStream.range(0, HERD)
        .mapToObj(any -> client.sendAsync(request(kind, target), BodyHandlers.ofByteArray()))
        .toList();
  }

  // Nginx gives the connection whose request began a fetch nothing more until that has ended.
  private static HttpResponse<byte[]> getApart(Kind kind, String target)
      throws IOException, InterruptedException {
    return newClient().send(request(kind, target), BodyHandlers.ofByteArray());
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private HttpResponse<byte[]> get(Kind kind, String target, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(kind, target, headers), BodyHandlers.ofByteArray());
  }

  private static HttpRequest request(Kind kind, String target, String... headers) {
    assumeTrue(kind.installed(), () -> kind.program + " is not there");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(PROXIES.get(kind).address() + target))
            .timeout(Duration.ofSeconds(20));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  private static String fetch(HttpResponse<byte[]> answer) {
    return header(answer, FETCH);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer
        .headers()
        .firstValue(name)
        .orElseThrow(() -> new AssertionError(name + " in " + answer.headers().map()));
  }
}

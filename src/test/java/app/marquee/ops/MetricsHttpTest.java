package app.marquee.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What /q/metrics tells, and that docs/operating.md tells the same. */
@QuarkusTest
class MetricsHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern ROW =
      Pattern.compile("^\\| `(marquee_\\w+)` \\| (\\w+) \\| ([^|]+) \\|", Pattern.MULTILINE);

  @Inject Coherence coherence;
  @Inject Pool pool;

  @BeforeEach
  void poll() {
    coherence.poll().await().atMost(PATIENCE);
  }

  @Test
  void everyDocumentedMetricIsThereWithItsTypeAndLabelsAndNoOther() throws IOException {
    assertThat(told(Scrape.now())).isEqualTo(documented());
  }

  private static Map<String, String> documented() throws IOException {
    return ROW.matcher(Files.readString(Path.of("docs", "operating.md")))
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1),
                row -> row.group(2) + " of " + labels(row),
                (one, other) -> one + " and again " + other,
                TreeMap::new));
  }

  private static String labels(MatchResult row) {
    return row.group(3).strip().equals("–")
        ? "[]"
        : Pattern.compile(", ").splitAsStream(row.group(3).strip()).sorted().toList().toString();
  }

  private static Map<String, String> told(Scrape scrape) {
    Map<String, String> told = new TreeMap<>();
    scrape
        .types()
        .forEach(
            (name, type) -> {
              boolean longest =
                  name.endsWith("_max")
                      && scrape.types().containsKey(name.substring(0, name.length() - 4));
              if (name.startsWith("marquee_") && !longest) {
                String sample = type.matches("summary|histogram") ? name + "_count" : name;
                told.put(name, type + " of " + scrape.samples().get(sample));
              }
            });
    return told;
  }

  @Test
  void aReadRaisesWhatItWas() {
    new ProbeBuilds(pool).renew();
    Scrape before = Scrape.now();

    String etag = given().get("/api/probe/ranking").then().statusCode(200).extract().header("ETag");
    given().header("If-None-Match", etag).get("/api/probe/ranking").then().statusCode(304);

    Scrape after = Scrape.now();
    assertThat(rise("marquee_views_hits_total", before, after)).isEqualTo(2);
    assertThat(rise("marquee_views_not_modified_total", before, after)).isEqualTo(1);
    assertThat(rise("marquee_views_misses_total", before, after)).isZero();
  }

  @Test
  void aProblemIsCountedByItsCode() {
    String unknown = "marquee_http_problems_total{code=\"view-unknown\",status=\"404\"}";
    Scrape before = Scrape.now();

    given().get("/api/views/nobodys").then().statusCode(404);

    assertThat(rise(unknown, before, Scrape.now())).isEqualTo(1);
  }

  @Test
  void aRefreshIsSeenInBuildsRunsAndKeys() {
    Scrape before = Scrape.now();

    new ProbeBuilds(pool).renew();

    String builds = "marquee_views_build_seconds_count{view=\"probe_ranking\"}";
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Scrape after = Scrape.now();
              assertThat(rise(builds, before, after)).isPositive();
              assertThat(after.value("marquee_views_keys{feature=\"probe\",state=\"missing\"}"))
                  .isZero();
              assertThat(after.value("marquee_views_rows{view=\"probe_ranking\"}")).isPositive();
              assertThat(after.value("marquee_views_age_seconds{view=\"probe_ranking\"}"))
                  .isBetween(0.0, 600.0);
              assertThat(after.value("marquee_views_poll_age_seconds")).isBetween(0.0, 600.0);
            });
  }

  private static double rise(String sample, Scrape before, Scrape after) {
    return after.value(sample) - before.value(sample);
  }
}

package app.marquee.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a browser is sent: documents it asks for anew, files it keeps, and what it may do with them.
 */
@QuarkusTest
class PagesHttpTest {
  private static final Pattern FILE = Pattern.compile("/static/bundle/[\\w.-]+\\.(?:js|css)");

  /** Takes no encoding. */
  private static final RestAssuredConfig PLAIN =
      RestAssuredConfig.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/predictions", "/vote", "/ops", "/docs", "/parks/1000001", "/rides/7"})
  void aPageMayDoNothingThatDoesNotComeFromHere(String path) {
    Response page = given().get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
        .doesNotContain("unsafe", "http");
    assertThat(page.asString())
        .doesNotContain("{page}", "{script}", "{style}", "{theme}", "{title}", "{description}")
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContainPattern("\\sstyle=|\\son\\w+=");
  }

  @Test
  void aPageThatIsKnownIsNotSentAgain() {
    String etag = given().get("/").header("ETag");

    Response again = given().header("If-None-Match", etag).get("/");

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.asString()).isEmpty();
    assertThat(given().head("/").header("ETag")).isEqualTo(etag);
  }

  @Test
  void itsFilesAreKeptForEverAndSentCompressed() {
    List<String> files = files(given().get("/").asString()).toList();

    assertThat(files).hasSize(3);
    for (String file : files) {
      Response sent = given().header("Accept-Encoding", "gzip").get(file);
      assertThat(sent.statusCode()).isEqualTo(200);
      assertThat(sent.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(sent.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(sent.header("Vary")).isEqualTo("Accept-Encoding");
      assertThat(given().config(PLAIN).get(file).header("ETag")).isNotEqualTo(sent.header("ETag"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/bundle/app-AAAAAAAA.js",
        "/static/bundle/..%2f..%2fapplication.properties",
        "/static/bundle/",
        "/parks/1/2"
      })
  void whatIsNotThereIsNotFound(String path) {
    assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void swaggerUiMayLoadNothingFromElsewhereEither() {
    Response page = given().get("/docs/swagger/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'self'")
        .doesNotContain("http");
  }

  private static Stream<String> files(String html) {
    Matcher file = FILE.matcher(html);
    return file.results().map(result -> result.group());
  }
}

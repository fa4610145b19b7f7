package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** 250 real titles, told as imdbapi.dev told them. */
@QuarkusTest
class RealTitlesHttpTest {
  private final Map<String, JsonNode> titles = Captured.imdbapi();

  private TestDatabase database;
  private UpstreamStub upstream;
  private MetadataFixture films;

  @BeforeEach
  void startStub() {
    database = TestDatabase.create();
    upstream = new UpstreamStub();
    films = new MetadataFixture(database, upstream.uri()).set("contact", "https://example.org");
    upstream.does(Captured.asImdbapi(titles));
    films.propose(titles.keySet().toArray(String[]::new));
  }

  @AfterEach
  void stopStub() {
    upstream.close();
    database.close();
  }

  @Test
  void everyFieldOfEveryFilmIsFilledThePlotIncluded() {
    RefreshReport report = films.node().due();

    assertThat(report.problems()).isEmpty();
    assertThat(report.selected()).isEqualTo(250);
    assertThat(report.updated()).isEqualTo(250);
    assertThat(films.rows()).hasSize(250).allMatch(row -> row.getString("state").equals("OK"));
    films
        .rows()
        .forEach(
            row -> assertFilled(row.getString("imdb_id"), row.getJsonObject("cached_imdb_data")));
  }

  @Test
  void theCommandFillsThemToo() {
    RefreshMetadataCommand command = new RefreshMetadataCommand();
    command.refresh = films.node().refresh;
    StringWriter out = new StringWriter();

    int status =
        new CommandLine(command).setOut(new PrintWriter(out, true)).execute("--limit", "1000");

    assertThat(status).isZero();
    assertThat(out.toString()).startsWith("250 selected: 250 updated, 0 unchanged, 0 not found,");
    films
        .rows()
        .forEach(
            row -> assertFilled(row.getString("imdb_id"), row.getJsonObject("cached_imdb_data")));
  }

  @Test
  void theCommandTellsWhenNoneOrNotAllWereTold() {
    RefreshMetadataCommand command = new RefreshMetadataCommand();
    command.refresh = films.set("imdbapi.batch", "1").node().refresh;
    upstream.says(200, "{}");
    assertThat(new CommandLine(command).execute("--limit", "3")).isEqualTo(ExitStatus.FAILED);
    films.clock.tick(Duration.ofMinutes(2));
    upstream.does(
        request ->
            (request.path().endsWith("tt0012349")
                    ? UpstreamStub.status(200, "{}")
                    : Captured.asImdbapi(titles))
                .answer(request));
    assertThat(new CommandLine(command).execute("--limit", "250")).isEqualTo(ExitStatus.PARTIAL);
  }

  private void assertFilled(String id, JsonObject data) {
    JsonNode told = titles.get(id);
    assertThat(data.getString("title")).isEqualTo(told.path("primaryTitle").asText());
    assertThat(data.getString("original_title")).isEqualTo(told.path("originalTitle").asText());
    assertThat(data.getInteger("year")).isEqualTo(told.path("startYear").asInt());
    assertThat(data.getString("plot")).isEqualTo(told.path("plot").asText()).isNotBlank();
    assertThat(data.getInteger("runtime_seconds")).isEqualTo(told.path("runtimeSeconds").asInt());
    assertThat(data.getJsonArray("genres")).hasSameSizeAs(told.path("genres")).isNotEmpty();
    assertThat(data.getString("poster_url")).isEqualTo(told.at("/primaryImage/url").asText());
    assertThat(data.getDouble("imdb_rating"))
        .isEqualTo(told.at("/rating/aggregateRating").asDouble());
    assertThat(data.getInteger("imdb_votes")).isEqualTo(told.at("/rating/voteCount").asInt());
    assertThat(data.getString("rating_source")).isEqualTo("imdb");
    assertThat(data.fieldNames()).hasSize(11);
  }

  @Test
  void fiveAreAskedForInOneCallByNameAndAddress() {
    films.node().due();

    assertThat(upstream.asked()).hasSize(50).allMatch(path -> path.startsWith("/titles:batchGet?"));
    assertThat(upstream.agents()).containsOnly("Marquee/9.9 (+https://example.org)");
  }

  @Test
  void twoRefreshersAtOnceAskForNoFilmTwice() {
    films.set("batch", "7").set("imdbapi.batch", "1");
    MetadataFixture.Node one = films.node();
    MetadataFixture.Node other = films.node();

    List<RefreshReport> reports =
        Uni.join()
            .all(one.refresh.run(RefreshOrder.due(1000)), other.refresh.run(RefreshOrder.due(1000)))
            .andFailFast()
            .await()
            .atMost(MetadataFixture.PATIENCE);

    assertThat(reports).allMatch(report -> report.selected() > 0);
    assertThat(reports.stream().mapToInt(RefreshReport::updated).sum()).isEqualTo(250);
    assertThat(upstream.asked()).hasSize(250).doesNotHaveDuplicates();
  }
}

package app.marquee.predictions;

import app.marquee.db.Sql;
import app.marquee.imports.ImportReport;
import app.marquee.predictions.FilmFormat.Given;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.RecordedEvents;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.SourceChanged;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Films in a database of their own, imported and scored as the service does it. */
final class FilmsFixture {
  private static final Instant NOW = Instant.parse("2026-08-22T12:00:00Z");

  private final TestDatabase database;
  private final List<SourceChanged> changes = new ArrayList<>();
  private final ManualClock clock = new ManualClock(NOW);

  FilmsFixture(TestDatabase database) {
    this.database = database;
    run("filmstest/empty_films.sql", Map.of());
  }

  void tick(Duration step) {
    clock.tick(step);
  }

  /** What has been fired after commits. */
  List<SourceChanged> changes() {
    return changes;
  }

  ImportReport imports(FilmKind kind, String text) {
    return imports(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  ImportReport imports(FilmKind kind, byte[] bytes) {
    return imports(kind, new ByteArrayInputStream(bytes), Given.NOTHING);
  }

  ImportReport imports(FilmKind kind, Path file, String list) {
    try (InputStream in = Files.newInputStream(file)) {
      return imports(kind, in, list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportReport imports(FilmKind kind, InputStream file, String list) {
    return imports(kind, file, new Given(list, null, Set.of()));
  }

  ImportReport imports(FilmKind kind, InputStream file, Given given) {
    PredictionsConfig config = config("1001_movies");
    return new FilmImporter(database.pool(), config, clock, scoring(config))
        .run(kind, file, Map.of(), given)
        .await()
        .indefinitely();
  }

  /** True if it found something to score. */
  boolean score() {
    return score("1001_movies");
  }

  boolean score(String targetList) {
    return scoring(targetList).run().await().indefinitely();
  }

  Scoring scoring(String targetList) {
    return scoring(config(targetList));
  }

  private Scoring scoring(PredictionsConfig config) {
    return new Scoring(database.pool(), config, clock, new RecordedEvents<>(changes));
  }

  private static PredictionsConfig config(String list) {
    return new SmallRyeConfigBuilder()
        .withMapping(PredictionsConfig.class)
        .withSources(
            new PropertiesConfigSource(Map.of("marquee.predictions.list", list), "test", 100))
        .build()
        .getConfigMapping(PredictionsConfig.class);
  }

  /** A film's row under a profile: components, total_score, likelihood, breakdown. */
  Row total(String imdbId, String profile) {
    for (Row row : run("filmstest/totals.sql", Map.of())) {
      if (row.getString("imdb_id").equals(imdbId) && row.getString("slug").equals(profile)) {
        return row;
      }
    }
    throw new AssertionError("no score of " + imdbId + " under " + profile);
  }

  /** Every stored fact as text. */
  String facts() {
    return one("filmstest/facts.sql", Map.of()).getString("facts");
  }

  /** The rollup as text that does not tell in which order films and people came. */
  String scoresByName() {
    Row row = one("filmstest/scores_by_name.sql", Map.of());
    return row.getString("scores") + "\n" + row.getString("qualities");
  }

  /** The rollup tables as text. */
  String scores() {
    Row row = one("filmstest/scores.sql", Map.of());
    return row.getString("scores") + "\n" + row.getString("qualities");
  }

  long marks() {
    return one("filmstest/scores.sql", Map.of()).getLong("marks");
  }

  Row one(String file, Map<String, ?> binds) {
    return run(file, binds).iterator().next();
  }

  RowSet<Row> run(String file, Map<String, ?> binds) {
    Sql sql = Sql.of(file);
    return database.pool().preparedQuery(sql.statement()).executeAndAwait(sql.bind(binds));
  }
}

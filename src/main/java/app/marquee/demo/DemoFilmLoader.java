package app.marquee.demo;

import app.marquee.db.DatabaseConfig;
import app.marquee.db.Sql;
import app.marquee.imports.ImportReport;
import app.marquee.predictions.FilmFiles;
import app.marquee.predictions.Scoring;
import app.marquee.views.Preparation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.MultiMap;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Imports the demo films, once, into an embedded database that knows no other films.
 *
 * <p>The lists come last and in one transaction: without them a load was interrupted, and is done
 * again, which changes nothing of what is there.
 */
@ApplicationScoped
public class DemoFilmLoader implements Preparation {
  private static final Logger LOG = Logger.getLogger(DemoFilmLoader.class);
  private static final Sql WANTED = Sql.of("demo/films_wanted.sql");
  private final DemoConfig config;
  private final DatabaseConfig database;
  private final FilmFiles files;
  private final Scoring scoring;
  private final Pool pool;

  DemoFilmLoader(
      DemoConfig config, DatabaseConfig database, FilmFiles files, Scoring scoring, Pool pool) {
    this.config = config;
    this.database = database;
    this.files = files;
    this.scoring = scoring;
    this.pool = pool;
  }

  /** Ends when the films are there and scored. */
  @Override
  public Uni<Void> prepare() {
    if (!config.enabled() || !database.embedded()) {
      return Uni.createFrom().voidItem();
    }
    return WANTED
        .on(pool, Map.of("demo_film", DemoFilm.IMDB_PREFIX + "%"))
        .map(rows -> rows.iterator().next().getBoolean("wanted"))
        .chain(wanted -> wanted ? load() : Uni.createFrom().voidItem())
        .chain(scoring::run)
        .replaceWithVoid();
  }

  private Uni<Void> load() {
    long started = System.nanoTime();
    return Uni.createFrom()
        .item(DemoFilmFiles::all)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all.entrySet()))
        .onItem()
        .transformToUniAndConcatenate(file -> take(file.getKey(), file.getValue()))
        .collect()
        .asList()
        .invoke(reports -> tell(reports.get(0).inserted(), started))
        .replaceWithVoid();
  }

  private Uni<ImportReport> take(String kind, InputStream file) {
    return files.run(kind, file, MultiMap.caseInsensitiveMultiMap()).invoke(DemoFile::requireAll);
  }

  private static void tell(long films, long started) {
    LOG.infof(
        "demo data: %d fictional films in %d ms; MARQUEE_DEMO=false starts empty",
        films, (System.nanoTime() - started) / 1_000_000);
  }
}

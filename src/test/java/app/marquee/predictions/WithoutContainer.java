package app.marquee.predictions;

import app.marquee.testkit.RecordedEvents;
import app.marquee.views.Feature;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;

/** The ways into the films feature for tests of other packages, without a CDI container. */
public final class WithoutContainer {
  private WithoutContainer() {}

  public static Scoring scoring(Pool pool, PredictionsConfig config, Clock clock) {
    return new Scoring(pool, config, clock, new RecordedEvents<>(new ArrayList<>()));
  }

  public static FilmFiles files(Pool pool, PredictionsConfig config, Clock clock) {
    return new FilmFiles(new FilmImporter(pool, config, clock, scoring(pool, config, clock)));
  }

  /** With the active profiles of the database. */
  public static Feature views(Pool pool) {
    return Worlds.views(pool);
  }
}

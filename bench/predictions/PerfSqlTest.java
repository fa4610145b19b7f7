package app.marquee.predictions;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.Key;
import app.marquee.views.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PerfSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  @Test
  void measure() throws Exception {
    new Worlds(database.pool()).run("predictionstest/score_state.sql", Map.of());
    try (Connection c = database.connect();
        Statement s = c.createStatement()) {
      s.execute("alter table movie disable trigger all");
      long t = System.nanoTime();
      s.execute(Files.readString(Path.of("/tmp/perf/generate.sql")));
      s.execute("vacuum analyze movie_score");
      s.execute("vacuum analyze movie");
      System.out.println("PERF generated " + (System.nanoTime() - t) / 1000000);
    }
    PredictionViews views = Worlds.views(database.pool());
    long all = 0;
    for (View view : views.views()) {
      for (Key key : view.keys()) {
        Map<String, Object> binds = new HashMap<>(view.binds());
        binds.putAll(views.binds(key));
        binds.put("period", key.period());
        binds.put("filter", key.filter());
        long t = System.nanoTime();
        int size =
            database
                .pool()
                .preparedQuery(view.sql().statement())
                .executeAndAwait(view.sql().bindFrom(binds))
                .iterator()
                .next()
                .getString("document")
                .length();
        long ms = (System.nanoTime() - t) / 1000000;
        all += ms;
        System.out.println("PERF " + key + " " + ms + " ms, " + size);
      }
    }
    System.out.println("PERF all " + all);
    for (View view : views.views()) {
      Key key = view.keys().get(view.keys().size() > 50 ? 50 : 0);
      Map<String, Object> binds = new HashMap<>(view.binds());
      binds.putAll(views.binds(key));
      binds.put("period", key.period());
      binds.put("filter", key.filter());
      System.out.println("PLAN " + key);
      database
          .pool()
          .preparedQuery("explain (analyze, buffers) " + view.sql().statement())
          .executeAndAwait(view.sql().bindFrom(binds))
          .forEach(r -> System.out.println(r.getString(0)));
    }
  }
}

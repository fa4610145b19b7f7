package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is first without scoring every film is what is first when every film is scored. */
class BestSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @CsvSource({"600, 5, 0.1", "600, 40, 0.2", "600, 1, 0.3", "30, 40, 0.4", "600, 0, 0.5"})
  void whateverTheWeights(int films, int rows, double seed) {
    Worlds worlds = new Worlds(database.pool());
    worlds.run("predictionstest/forget_films.sql", Map.of());
    worlds.run("predictionstest/many_films.sql", Map.of("films", films, "seed", seed));
    Random random = new Random(films + rows);
    for (int i = 0; i < 40; i++) {
      Map<String, Object> binds = new HashMap<>(weights(random).binds());
      binds.put("rows", rows);

      assertThat(ids(worlds, "predictionstest/best.sql", binds))
          .isEqualTo(ids(worlds, "predictionstest/naive_best.sql", binds))
          .hasSize(Math.min(films, rows));
    }
  }

  /** Often one category alone, or a few whose sum divides badly. */
  private static Weights weights(Random random) {
    Map<String, BigDecimal> named = new HashMap<>();
    for (String category : Weights.CATEGORIES) {
      named.put(category, BigDecimal.valueOf(random.nextInt(3) * random.nextInt(8), 2));
    }
    named.merge("people", new BigDecimal("0.01"), BigDecimal::add);
    return Weights.of(named);
  }

  private static List<Long> ids(Worlds worlds, String file, Map<String, Object> binds) {
    List<Long> ids = new ArrayList<>();
    worlds.run(file, binds).forEach(row -> ids.add(row.getLong("movie_id")));
    return ids;
  }
}

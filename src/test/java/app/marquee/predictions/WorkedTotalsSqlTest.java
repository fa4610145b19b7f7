package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.RecordedEvents;
import app.marquee.testkit.TestDatabase;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals and likelihoods to the printed digit. */
class WorkedTotalsSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @CsvSource({
    "balanced, 0, 0, 0, 0, 0.0, 0.0",
    "award-winner, 0, 0, 0, 0, 0.0, 0.0",
    "balanced, 0.16, 0, 0.371261, 0, 13.8, 9.2",
    "award-winner, 0.16, 0, 0.371261, 0, 11.4, 7.6",
    "balanced, 1, 1, 1, 1, 100.0, 100.0",
    "award-winner, 1, 1, 1, 1, 100.0, 100.0",
    "balanced, 0, 0, 0.4, 0, 8.0, 5.3",
    "award-winner, 0, 0, 0.4, 0, 8.0, 5.3",
    // Half-up at the last digit shown: 0.1125 is 11.25.
    "balanced, 0.28125, 0, 0, 0, 11.3, 7.5"
  })
  void ofTheShippedProfiles(
      String profile, String pop, String ind, String cul, String ppl, String total, String likely) {
    Map<String, Object> binds = new HashMap<>(weights(profile).binds());
    binds.put("pop", new BigDecimal(pop));
    binds.put("ind", new BigDecimal(ind));
    binds.put("cul", new BigDecimal(cul));
    binds.put("ppl", new BigDecimal(ppl));
    binds.put("fin", BigDecimal.ZERO);
    Row row = new Worlds(database.pool()).run("predictionstest/total.sql", binds).iterator().next();

    assertThat(row.getBigDecimal("total_score")).isEqualTo(new BigDecimal(total));
    assertThat(row.getBigDecimal("likelihood_percentage")).isEqualTo(new BigDecimal(likely));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100.0", "95, 97.5", "90, 95.0", "89.9, 94.9", "80, 85.0", "79.9, 84.9", "70, 70.0",
    "69.9, 69.9", "60, 55.0", "59.9, 54.9", "50, 40.0", "49.9, 39.9", "40, 30.0", "30, 20.0",
    "29.9, 19.9", "10, 6.7", "0, 0.0"
  })
  void likelihoodsAtTheBends(String total, String likely) {
    Map<String, Object> binds = new HashMap<>(Weights.of(Map.of("people", BigDecimal.ONE)).binds());
    binds.put("pop", BigDecimal.ZERO);
    binds.put("ind", BigDecimal.ZERO);
    binds.put("cul", BigDecimal.ZERO);
    binds.put("ppl", new BigDecimal(total).movePointLeft(2));
    binds.put("fin", BigDecimal.ZERO);
    Row row = new Worlds(database.pool()).run("predictionstest/total.sql", binds).iterator().next();

    assertThat(row.getBigDecimal("likelihood_percentage")).isEqualTo(new BigDecimal(likely));
  }

  private static Weights weights(String slug) {
    Profiles profiles =
        new Profiles(database.pool(), new RecordedEvents<>(new java.util.ArrayList<>()));
    profiles.learn().await().indefinitely();
    return profiles.find(slug).orElseThrow().weights();
  }
}

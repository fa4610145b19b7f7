package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** The total, its likelihood and its breakdown, of given components and weights. */
class TotalsSqlTest {
  private static final TestDatabase database = TestDatabase.create();

  @AfterContainer
  static void drop() {
    database.close();
  }

  @Property(tries = 60)
  void onlyTheRatioOfWeightsMatters(
      @ForAll("components") BigDecimal[] components,
      @ForAll("weights") BigDecimal[] weights,
      @ForAll("scales") BigDecimal scale) {
    BigDecimal[] scaled = new BigDecimal[5];
    for (int i = 0; i < 5; i++) {
      scaled[i] = weights[i].multiply(scale);
    }

    assertThat(shown(total(components, scaled))).isEqualTo(shown(total(components, weights)));
  }

  @Property(tries = 60)
  void aGreaterTotalIsNeverLessLikely(
      @ForAll("tenths") BigDecimal one, @ForAll("tenths") BigDecimal other) {
    BigDecimal likelier = likelihood(one.max(other));

    assertThat(likelier).isGreaterThanOrEqualTo(likelihood(one.min(other)));
    assertThat(likelier).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
  }

  @Property(tries = 60)
  void pointsAddUpToTheTotal(
      @ForAll("components") BigDecimal[] components, @ForAll("weights") BigDecimal[] weights) {
    Row row = total(components, weights);
    double points = 0;
    for (JsonNode criterion : Worlds.read(row.getString("breakdown"))) {
      points += criterion.get("weighted_points").doubleValue();
    }

    assertThat(points).isCloseTo(row.getBigDecimal("total_score").doubleValue(), within(0.1));
  }

  @Provide
  Arbitrary<BigDecimal[]> components() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.ONE)
        .ofScale(9)
        .array(BigDecimal[].class)
        .ofSize(5);
  }

  @Provide
  Arbitrary<BigDecimal[]> weights() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.01"), BigDecimal.TEN)
        .ofScale(2)
        .array(BigDecimal[].class)
        .ofSize(5);
  }

  @Provide
  Arbitrary<BigDecimal> scales() {
    return Arbitraries.of("0.5", "3", "7", "100", "0.125").map(BigDecimal::new);
  }

  @Provide
  Arbitrary<BigDecimal> tenths() {
    return Arbitraries.integers().between(0, 1000).map(n -> BigDecimal.valueOf(n, 1));
  }

  private static BigDecimal likelihood(BigDecimal total) {
    BigDecimal component = total.movePointLeft(2);
    Row row = total(of("1,0,0,0,0"), component, BigDecimal.ZERO);
    assertThat(row.getBigDecimal("total_score")).isEqualByComparingTo(total);
    return row.getBigDecimal("likelihood_percentage");
  }

  private static Row total(BigDecimal[] weights, BigDecimal first, BigDecimal others) {
    return total(new BigDecimal[] {first, others, others, others, others}, weights);
  }

  private static String shown(Row row) {
    return row.getBigDecimal("total_score")
        + " "
        + row.getBigDecimal("likelihood_percentage")
        + " "
        + row.getString("breakdown");
  }

  static Row total(BigDecimal[] components, BigDecimal[] weights) {
    Map<String, Object> binds =
        new HashMap<>(
            new Weights(weights[0], weights[1], weights[2], weights[3], weights[4]).binds());
    String[] names = {"pop", "ind", "cul", "ppl", "fin"};
    for (int i = 0; i < 5; i++) {
      binds.put(names[i], components[i]);
    }
    return new Worlds(database.pool()).run("predictionstest/total.sql", binds).iterator().next();
  }

  static BigDecimal[] of(String numbers) {
    return java.util.Arrays.stream(numbers.split(","))
        .map(BigDecimal::new)
        .toArray(BigDecimal[]::new);
  }
}

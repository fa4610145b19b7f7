package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridPointTest {
  @Test
  void coarsePointsAreAllWholeTenthsThatAddUpToOne() {
    List<GridPoint> coarse = GridPoint.coarse();

    assertThat(coarse).hasSize(1001).doesNotHaveDuplicates().isSorted();
    assertThat(coarse)
        .allSatisfy(
            point -> {
              assertThat(point.weights().sum()).isEqualByComparingTo(BigDecimal.ONE);
              assertThat(point.twentieths()).allMatch(n -> n >= 0 && n % 2 == 0);
            });
  }

  @Test
  void neighboursDifferByOneTwentiethThatChangedHands() {
    GridPoint corner = new GridPoint(List.of(20, 0, 0, 0, 0));
    GridPoint inside = new GridPoint(List.of(8, 4, 4, 3, 1));

    assertThat(corner.neighbours()).hasSize(4).contains(new GridPoint(List.of(19, 0, 1, 0, 0)));
    assertThat(inside.neighbours()).hasSize(20).doesNotContain(inside).doesNotHaveDuplicates();
    assertThat(inside.neighbours())
        .allMatch(point -> point.weights().sum().compareTo(BigDecimal.ONE) == 0);
  }

  @Test
  void weightsAreTwentiethsByCategory() {
    Weights weights = new GridPoint(List.of(8, 5, 4, 3, 0)).weights();

    assertThat(weights.binds().values())
        .containsExactly(
            new BigDecimal("0.4"),
            new BigDecimal("0.25"),
            new BigDecimal("0.2"),
            new BigDecimal("0.15"),
            BigDecimal.ZERO);
  }
}

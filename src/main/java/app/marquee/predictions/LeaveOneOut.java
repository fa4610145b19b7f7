package app.marquee.predictions;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses weights by what they find in all decades but one.
 *
 * @param hits per weights how many members they find in each decade
 */
record LeaveOneOut(Map<GridPoint, int[]> hits) {
  /** Leaves out no decade. */
  static final int NONE = -1;

  /**
   * Those of the choices that find most outside the decade left out. Of several, the one nearest to
   * their middle: what lies amid a plateau depends least on single films.
   */
  GridPoint best(Collection<GridPoint> choices, int without) {
    int most = choices.stream().mapToInt(point -> found(point, without)).max().orElseThrow();
    List<GridPoint> tied =
        choices.stream().distinct().filter(point -> found(point, without) == most).toList();
    double[] middle =
        IntStream.range(0, Weights.CATEGORIES.size())
            .mapToDouble(
                i -> tied.stream().mapToInt(p -> p.twentieths().get(i)).average().orElseThrow())
            .toArray();
    return tied.stream()
        .min(
            Comparator.comparingDouble((GridPoint point) -> distance(point, middle))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** How many members weights find in all decades but one. */
  int found(GridPoint point, int without) {
    int[] byDecade = hits.get(point);
    return IntStream.range(0, byDecade.length)
        .filter(decade -> decade != without)
        .map(decade -> byDecade[decade])
        .sum();
  }

  private static double distance(GridPoint point, double[] middle) {
    return IntStream.range(0, middle.length)
        .mapToDouble(i -> point.twentieths().get(i) - middle[i])
        .map(d -> d * d)
        .sum();
  }
}

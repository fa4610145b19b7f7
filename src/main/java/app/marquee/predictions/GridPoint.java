package app.marquee.predictions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights a fit may try: whole twentieths, one number per category, that add up to one. */
record GridPoint(List<Integer> twentieths) implements Comparable<GridPoint> {
  private static final int WHOLE = 20;
  private static final int COARSE_STEP = 2;
  private static final BigDecimal TWENTIETH = new BigDecimal("0.05");
  private static final Comparator<List<Integer>> BY_NUMBERS =
      (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
          if (!a.get(i).equals(b.get(i))) {
            return Integer.compare(a.get(i), b.get(i));
          }
        }
        return 0;
      };

  GridPoint {
    twentieths = List.copyOf(twentieths);
  }

  /** Every point of whole tenths, in order: 1,001 of them. */
  static List<GridPoint> coarse() {
    List<GridPoint> points = new ArrayList<>();
    complete(new ArrayList<>(), WHOLE, points);
    return points;
  }

  private static void complete(List<Integer> begun, int left, List<GridPoint> points) {
    if (begun.size() == Weights.CATEGORIES.size() - 1) {
      List<Integer> whole = new ArrayList<>(begun);
      whole.add(left);
      points.add(new GridPoint(whole));
      return;
    }
    for (int next = 0; next <= left; next += COARSE_STEP) {
      begun.add(next);
      complete(begun, left - next, points);
      begun.remove(begun.size() - 1);
    }
  }

  /** Those that differ by one twentieth taken from one category and given to another. */
  List<GridPoint> neighbours() {
    List<GridPoint> neighbours = new ArrayList<>();
    for (int from = 0; from < twentieths.size(); from++) {
      for (int to = 0; to < twentieths.size(); to++) {
        if (from != to && twentieths.get(from) > 0) {
          List<Integer> moved = new ArrayList<>(twentieths);
          moved.set(from, moved.get(from) - 1);
          moved.set(to, moved.get(to) + 1);
          neighbours.add(new GridPoint(moved));
        }
      }
    }
    return neighbours;
  }

  Weights weights() {
    Map<String, BigDecimal> named = new HashMap<>();
    for (int i = 0; i < twentieths.size(); i++) {
      named.put(
          Weights.CATEGORIES.get(i), TWENTIETH.multiply(BigDecimal.valueOf(twentieths.get(i))));
    }
    return Weights.of(named);
  }

  @Override
  public int compareTo(GridPoint other) {
    return BY_NUMBERS.compare(twentieths, other.twentieths);
  }
}

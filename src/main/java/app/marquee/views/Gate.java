package app.marquee.views;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a build may replace the current one: wrong numbers are kept out, the last good
 * build stays.
 */
final class Gate {
  private Gate() {}

  /**
   * Why a document with these rows is refused, if it is.
   *
   * @param currentRows rows of the current build, or -1 if there is none
   */
  static Optional<String> refusal(View view, Key key, List<Document.Row> rows, int currentRows) {
    if (view.arrays().isEmpty()) {
      return Optional.empty();
    }
    if (rows.isEmpty() && !view.gate().mayBeEmpty()) {
      return Optional.of("no rows");
    }
    double share = view.gate().minRowsShare().getOrDefault(key.period(), 0.0);
    if (currentRows > 0 && rows.size() < currentRows * share) {
      return Optional.of(rows.size() + " rows, where the current build has " + currentRows);
    }
    for (int i = 0; i < rows.size(); i++) {
      Optional<String> wrong = refusal(view, rows.get(i), i + 1);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> refusal(View view, Document.Row row, int expectedRank) {
    BigDecimal rank = row.numbers().get("rank");
    if (rank == null || rank.compareTo(BigDecimal.valueOf(expectedRank)) != 0) {
      return Optional.of("rank " + rank + " where " + expectedRank + " belongs");
    }
    return view.gate().scores().entrySet().stream()
        .filter(score -> row.numbers().containsKey(score.getKey()))
        .filter(
            score -> !score.getValue().contains(row.numbers().get(score.getKey()).doubleValue()))
        .map(
            score ->
                score.getKey()
                    + " "
                    + row.numbers().get(score.getKey())
                    + " at rank "
                    + expectedRank)
        .findFirst();
  }
}

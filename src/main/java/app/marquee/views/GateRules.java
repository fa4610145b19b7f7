package app.marquee.views;

import java.util.Map;

/**
 * What a build must satisfy before it may replace the current one.
 *
 * @param mayBeEmpty whether a list without rows is an answer
 * @param minRowsShare least share of the current build's rows, by period; a period not named has
 *     none
 * @param scores fields of every row that must lie in a range, or be null
 */
public record GateRules(
    boolean mayBeEmpty, Map<String, Double> minRowsShare, Map<String, Range> scores) {

  /** Both ends included. */
  public record Range(double least, double greatest) {
    boolean contains(double value) {
      return value >= least && value <= greatest;
    }
  }
}

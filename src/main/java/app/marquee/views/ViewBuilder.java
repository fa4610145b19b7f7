package app.marquee.views;

import app.marquee.db.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects a declaration; whatever is not said keeps the defaults of a computed view. */
public final class ViewBuilder {
  final String name;
  final String type;
  final Sql sql;
  final boolean list;
  boolean onDemand;
  boolean perId;
  List<String> arrays;
  final Map<String, Object> binds = new LinkedHashMap<>();
  List<String> periods = List.of();
  boolean filtered;
  Supplier<List<String>> filters = List::of;
  String defaultPeriod;
  Supplier<String> defaultFilter = () -> null;
  List<SortOrder> orders = List.of();
  int defaultLimit = 50;
  int maxLimit = 100;
  Policy policy = Policy.COMPUTE;
  Freshness freshness = Freshness.COMPUTE;
  boolean mayBeEmpty = true;
  final Map<String, Double> minRowsShare = new LinkedHashMap<>();
  final Map<String, GateRules.Range> scores = new LinkedHashMap<>();
  List<String> clockPeriods = List.of();
  List<String> settledPeriods = List.of();
  boolean dividedByPeriod;

  ViewBuilder(String name, String type, Sql sql, boolean list) {
    this.name = name;
    this.type = type;
    this.sql = sql;
    this.list = list;
    this.arrays = list ? List.of("data") : List.of();
  }

  /** Built when read, held in memory only. */
  public ViewBuilder onDemand() {
    this.onDemand = true;
    return this;
  }

  /** A document per entity, built when read; the statement binds {@code id}. */
  public ViewBuilder perId() {
    this.perId = true;
    return onDemand();
  }

  /** The arrays of a document that a page's limit cuts, by their paths. */
  public ViewBuilder arrays(String... paths) {
    this.arrays = List.of(paths);
    return this;
  }

  /** What a statement shared by several views binds for this one. */
  public ViewBuilder bind(String name, Object value) {
    binds.put(name, value);
    return this;
  }

  public ViewBuilder periods(String defaultPeriod, List<String> periods) {
    this.defaultPeriod = defaultPeriod;
    this.periods = periods;
    return this;
  }

  public ViewBuilder filters(String defaultFilter, List<String> filters) {
    List<String> fixed = List.copyOf(filters);
    return filters(() -> defaultFilter, () -> fixed);
  }

  /** Filters that come and go while the service runs; both are asked often and must not wait. */
  public ViewBuilder filters(Supplier<String> defaultFilter, Supplier<List<String>> filters) {
    this.filtered = true;
    this.defaultFilter = defaultFilter;
    this.filters = filters;
    return this;
  }

  /** The default order first; {@code rank} always counts in that one. */
  public ViewBuilder orders(SortOrder... orders) {
    this.orders = List.of(orders);
    return this;
  }

  public ViewBuilder limit(int defaultLimit, int maxLimit) {
    this.defaultLimit = defaultLimit;
    this.maxLimit = maxLimit;
    return this;
  }

  public ViewBuilder freshness(Policy policy, Freshness freshness) {
    this.policy = policy;
    this.freshness = freshness;
    return this;
  }

  public ViewBuilder neverEmpty() {
    this.mayBeEmpty = false;
    return this;
  }

  /**
   * A build of {@code period} must have at least this share of the rows of the build it replaces.
   */
  public ViewBuilder minRowsShare(double share, String... periods) {
    for (String period : periods) {
      minRowsShare.put(period, share);
    }
    return this;
  }

  /** Every row's {@code field} lies between the two, or is null. */
  public ViewBuilder score(String field, double least, double greatest) {
    scores.put(field, new GateRules.Range(least, greatest));
    return this;
  }

  /** The documents of these periods change as time passes, even without new facts. */
  public ViewBuilder followsClock(String... periods) {
    this.clockPeriods = List.of(periods);
    return this;
  }

  /**
   * The documents of these periods rest on nothing later than {@link Feature#settledBefore}: they
   * are confirmed, not rebuilt, while only newer facts change.
   */
  public ViewBuilder settled(String... periods) {
    this.settledPeriods = List.of(periods);
    return this;
  }

  /**
   * A document of a period rests on facts of this period alone: it is confirmed, not rebuilt, by
   * changes that are known to be of others.
   */
  public ViewBuilder dividedByPeriod() {
    this.dividedByPeriod = true;
    return this;
  }

  public View declare() {
    return new View(this);
  }
}

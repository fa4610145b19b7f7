package app.marquee.views;

import app.marquee.db.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The declaration of a named ranked document: its statement, its arguments, its orders and its
 * bounds.
 *
 * <p>The statement returns one row with a column {@code document}: text, a JSON object. A list has
 * its rows under {@code data}, each with a {@code rank} that counts 1…n in the default order;
 * further fields may stand beside it. The statement may bind {@code now}, {@code period}, {@code
 * filter} and what {@link Feature#binds} gives.
 */
public final class View {
  private final String name;
  private final String type;
  private final Sql sql;
  private final boolean list;
  private final boolean onDemand;
  private final boolean perId;
  private final List<String> arrays;
  private final Map<String, Object> binds;
  private final List<String> periods;
  private final boolean filtered;
  private final Supplier<List<String>> filters;
  private final String defaultPeriod;
  private final Supplier<String> defaultFilter;
  private final List<SortOrder> orders;
  private final int defaultLimit;
  private final int maxLimit;
  private final Policy policy;
  private final Freshness freshness;
  private final GateRules gate;
  private final List<String> clockPeriods;
  private final List<String> settledPeriods;
  private final boolean dividedByPeriod;

  View(ViewBuilder b) {
    name = b.name;
    type = b.type;
    sql = b.sql;
    list = b.list;
    onDemand = b.onDemand;
    perId = b.perId;
    arrays = List.copyOf(b.arrays);
    binds = Map.copyOf(b.binds);
    periods = List.copyOf(b.periods);
    filtered = b.filtered;
    filters = b.filters;
    defaultPeriod = b.defaultPeriod;
    defaultFilter = b.defaultFilter;
    orders = List.copyOf(b.orders);
    defaultLimit = b.defaultLimit;
    maxLimit = b.maxLimit;
    policy = b.policy;
    freshness = b.freshness;
    gate = new GateRules(b.mayBeEmpty, Map.copyOf(b.minRowsShare), Map.copyOf(b.scores));
    clockPeriods = List.copyOf(b.clockPeriods);
    settledPeriods = List.copyOf(b.settledPeriods);
    dividedByPeriod = b.dividedByPeriod;
  }

  /** A view whose document has ranked rows under {@code data}. */
  public static ViewBuilder list(String name, String type, Sql sql) {
    return new ViewBuilder(name, type, sql, true);
  }

  /** A view whose document puts its fields at the top level. */
  public static ViewBuilder document(String name, String type, Sql sql) {
    return new ViewBuilder(name, type, sql, false);
  }

  public String name() {
    return name;
  }

  /** The {@code view_type} under which builds are filed. */
  public String type() {
    return type;
  }

  public Sql sql() {
    return sql;
  }

  public boolean isList() {
    return list;
  }

  /**
   * Whether its documents are built when they are read, held in memory and never stored: what there
   * are too many of, or too few readers for. Such a view has no keys to refresh.
   */
  public boolean onDemand() {
    return onDemand;
  }

  /** Whether there is a document per entity, whose id stands where other keys have a filter. */
  public boolean perId() {
    return perId;
  }

  /**
   * Paths of the arrays whose rows a page's limit cuts, such as {@code chart_data.datasets}; all
   * are equally long, row by row. A list has one, {@code data}; a document may have none, and is
   * then served whole.
   */
  public List<String> arrays() {
    return arrays;
  }

  /** What the statement binds for this view alone. */
  public Map<String, Object> binds() {
    return binds;
  }

  public List<String> periods() {
    return periods;
  }

  /** The values a key's filter may have now; a view of profiles has as many as there are. */
  public List<String> filters() {
    return filters.get();
  }

  public String defaultPeriod() {
    return defaultPeriod;
  }

  /** Null for a view without a filter. */
  public String defaultFilter() {
    return defaultFilter.get();
  }

  /** The orders a reader may ask for, the default first; empty for a document. */
  public List<SortOrder> orders() {
    return orders;
  }

  public int defaultLimit() {
    return defaultLimit;
  }

  public int maxLimit() {
    return maxLimit;
  }

  public Policy policy() {
    return policy;
  }

  public Freshness freshness() {
    return freshness;
  }

  public GateRules gate() {
    return gate;
  }

  /**
   * Whether the document of this period changes as time passes, so that equal facts do not confirm
   * it.
   */
  public boolean followsClock(Key key) {
    return clockPeriods.contains(key.period());
  }

  /** Whether the document of this period rests on facts of ended windows only. */
  public boolean settled(Key key) {
    return settledPeriods.contains(key.period());
  }

  /** Whether a document of one period rests on no fact of another. */
  public boolean dividedByPeriod() {
    return dividedByPeriod;
  }

  /** The key of these arguments; they must be declared ones, or an id where there is one. */
  public Key key(String period, String filter) {
    boolean inPeriods = period == null ? periods.isEmpty() : periods.contains(period);
    boolean inFilters = filter == null ? !filtered : filters().contains(filter);
    if (!inPeriods || !(perId ? isId(filter) : inFilters)) {
      throw new IllegalArgumentException(name + " has no key for " + period + ", " + filter);
    }
    return new Key(name, period, filter);
  }

  private static boolean isId(String text) {
    return text != null && text.matches("\\d{1,18}");
  }

  /** Every key of this view that is refreshed and stored. */
  public List<Key> keys() {
    if (onDemand) {
      return List.of();
    }
    List<Key> keys = new ArrayList<>();
    for (String period : periods) {
      if (!filtered) {
        keys.add(new Key(name, period, null));
      }
      filters().forEach(filter -> keys.add(new Key(name, period, filter)));
    }
    return keys;
  }

  @Override
  public String toString() {
    return name;
  }
}

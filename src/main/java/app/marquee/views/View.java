package app.marquee.views;

import app.marquee.db.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private final List<String> arrays;
  private final Map<String, Object> binds;
  private final List<String> periods;
  private final List<String> filters;
  private final String defaultPeriod;
  private final String defaultFilter;
  private final List<SortOrder> orders;
  private final int defaultLimit;
  private final int maxLimit;
  private final Policy policy;
  private final Freshness freshness;
  private final GateRules gate;
  private final List<String> clockPeriods;

  private View(Builder b) {
    name = b.name;
    type = b.type;
    sql = b.sql;
    list = b.list;
    arrays = List.copyOf(b.arrays);
    binds = Map.copyOf(b.binds);
    periods = List.copyOf(b.periods);
    filters = List.copyOf(b.filters);
    defaultPeriod = b.defaultPeriod;
    defaultFilter = b.defaultFilter;
    orders = List.copyOf(b.orders);
    defaultLimit = b.defaultLimit;
    maxLimit = b.maxLimit;
    policy = b.policy;
    freshness = b.freshness;
    gate = new GateRules(b.mayBeEmpty, Map.copyOf(b.minRowsShare), Map.copyOf(b.scores));
    clockPeriods = List.copyOf(b.clockPeriods);
  }

  /** A view whose document has ranked rows under {@code data}. */
  public static Builder list(String name, String type, Sql sql) {
    return new Builder(name, type, sql, true);
  }

  /** A view whose document puts its fields at the top level. */
  public static Builder document(String name, String type, Sql sql) {
    return new Builder(name, type, sql, false);
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

  public List<String> filters() {
    return filters;
  }

  public String defaultPeriod() {
    return defaultPeriod;
  }

  /** Null for a view without a filter. */
  public String defaultFilter() {
    return defaultFilter;
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

  /** The key of these arguments; they must be declared ones. */
  public Key key(String period, String filter) {
    if (!periods.contains(period)
        || (filter == null ? !filters.isEmpty() : !filters.contains(filter))) {
      throw new IllegalArgumentException(name + " has no key for " + period + ", " + filter);
    }
    return new Key(name, period, filter);
  }

  /** Every key of this view. */
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (String period : periods) {
      if (filters.isEmpty()) {
        keys.add(new Key(name, period, null));
      }
      filters.forEach(filter -> keys.add(new Key(name, period, filter)));
    }
    return keys;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects a declaration; whatever is not said keeps the defaults of a computed view. */
  public static final class Builder {
    private final String name;
    private final String type;
    private final Sql sql;
    private final boolean list;
    private List<String> arrays;
    private final Map<String, Object> binds = new LinkedHashMap<>();
    private List<String> periods = List.of();
    private List<String> filters = List.of();
    private String defaultPeriod;
    private String defaultFilter;
    private List<SortOrder> orders = List.of();
    private int defaultLimit = 50;
    private int maxLimit = 100;
    private Policy policy = Policy.COMPUTE;
    private Freshness freshness = Freshness.COMPUTE;
    private boolean mayBeEmpty = true;
    private final Map<String, Double> minRowsShare = new LinkedHashMap<>();
    private final Map<String, GateRules.Range> scores = new LinkedHashMap<>();
    private List<String> clockPeriods = List.of();

    private Builder(String name, String type, Sql sql, boolean list) {
      this.name = name;
      this.type = type;
      this.sql = sql;
      this.list = list;
      this.arrays = list ? List.of("data") : List.of();
    }

    /** The arrays of a document that a page's limit cuts, by their paths. */
    public Builder arrays(String... paths) {
      this.arrays = List.of(paths);
      return this;
    }

    /** What a statement shared by several views binds for this one. */
    public Builder bind(String name, Object value) {
      binds.put(name, value);
      return this;
    }

    public Builder periods(String defaultPeriod, List<String> periods) {
      this.defaultPeriod = defaultPeriod;
      this.periods = periods;
      return this;
    }

    public Builder filters(String defaultFilter, List<String> filters) {
      this.defaultFilter = defaultFilter;
      this.filters = filters;
      return this;
    }

    /** The default order first; {@code rank} always counts in that one. */
    public Builder orders(SortOrder... orders) {
      this.orders = List.of(orders);
      return this;
    }

    public Builder limit(int defaultLimit, int maxLimit) {
      this.defaultLimit = defaultLimit;
      this.maxLimit = maxLimit;
      return this;
    }

    public Builder freshness(Policy policy, Freshness freshness) {
      this.policy = policy;
      this.freshness = freshness;
      return this;
    }

    public Builder neverEmpty() {
      this.mayBeEmpty = false;
      return this;
    }

    /**
     * A build of {@code period} must have at least this share of the rows of the build it replaces.
     */
    public Builder minRowsShare(double share, String... periods) {
      for (String period : periods) {
        minRowsShare.put(period, share);
      }
      return this;
    }

    /** Every row's {@code field} lies between the two, or is null. */
    public Builder score(String field, double least, double greatest) {
      scores.put(field, new GateRules.Range(least, greatest));
      return this;
    }

    /** The documents of these periods change as time passes, even without new facts. */
    public Builder followsClock(String... periods) {
      this.clockPeriods = List.of(periods);
      return this;
    }

    public View declare() {
      return new View(this);
    }
  }
}

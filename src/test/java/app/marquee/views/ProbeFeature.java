package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A feature of the tests' own: one ranking that can be made to fail, sleep, lie or come out empty.
 */
@ApplicationScoped
public class ProbeFeature implements Feature {
  public static final View RANKING =
      View.list("probe_ranking", "probe_rankings", Sql.of("probe/ranking.sql"))
          .periods("today", List.of("today", "7days"))
          .filters("all", List.of("all", "big"))
          .orders(SortOrder.descending("score"), SortOrder.ascending("wait"))
          .limit(5, 20)
          .score("score", 0, 10)
          .minRowsShare(0.5, "7days")
          .declare();

  /** One of its rows, by id. */
  public static final View DETAIL =
      View.document("probe_detail", "probe_details", Sql.of("probe/detail.sql"))
          .periods("today", List.of("today", "7days"))
          .perId()
          .declare();

  /** Profiles that come and go, and their weights. */
  static final Map<String, Integer> PROFILES = new java.util.concurrent.ConcurrentSkipListMap<>();

  static final View PROFILED =
      View.document("probe_profiled", "probe_profiled", Sql.of("probe/profiled.sql"))
          .periods("today", List.of("today"))
          .filters(() -> "plain", () -> List.copyOf(PROFILES.keySet()))
          .declare();

  @Override
  public Map<String, Object> binds(Key key) {
    return key.view().equals(PROFILED.name())
        ? Map.of("weight", PROFILES.getOrDefault(key.filter(), 0))
        : Map.of();
  }

  private volatile boolean waiting;

  @Override
  public boolean waitsForData() {
    return waiting;
  }

  void waitsForData(boolean waiting) {
    this.waiting = waiting;
  }

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public List<View> views() {
    return List.of(RANKING, DETAIL, PROFILED);
  }

  /** Its day turns at midnight UTC. */
  @Override
  public Uni<Instant> turnsAfter(Instant now) {
    return Uni.createFrom().item(now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
  }

  static Key key(String period, String filter) {
    return RANKING.key(period, filter);
  }
}

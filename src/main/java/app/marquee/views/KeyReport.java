package app.marquee.views;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The state of every key as ops see it, from memory. */
@ApplicationScoped
public class KeyReport {
  private final Catalog catalog;
  private final ViewIndex index;
  private final Judge judge;

  KeyReport(Catalog catalog, ViewIndex index, Judge judge) {
    this.catalog = catalog;
    this.index = index;
    this.judge = judge;
  }

  /**
   * One key.
   *
   * @param state {@code fresh}, {@code stale} or {@code missing}
   * @param reason why it is not fresh, or what went wrong with its newest build while the last good
   *     one is still fresh; null when there is nothing to tell
   * @param policy {@code compute} or {@code report}
   * @param staleIfErrorSeconds null: an old build is served for ever
   * @param paused whether this key is, whatever becomes of the others
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Line(
      String cacheKey,
      String feature,
      String policy,
      String state,
      String reason,
      boolean paused,
      Long ageSeconds,
      long freshForSeconds,
      long staleWhileRevalidateSeconds,
      Long staleIfErrorSeconds,
      Integer recordCount,
      Long generation,
      Integer generationTimeMs,
      Long bytes) {}

  public Line of(Key key) {
    return index.find(key).map(build -> built(key, build)).orElseGet(() -> missing(key));
  }

  private Line missing(Key key) {
    return line(key, "missing", judge.trouble(key).orElse(null), null, null);
  }

  private Line built(Key key, Build build) {
    KeyState state = index.state(key);
    Reason trouble = state.paused() ? Reason.PAUSED : state.reason();
    Condition condition = judge.judge(build);
    return line(
        key,
        condition.fresh() ? "fresh" : "stale",
        condition.fresh() ? trouble : condition.reason(),
        condition.age(),
        build);
  }

  private Line line(Key key, String state, Reason reason, Duration age, Build build) {
    Freshness bounds = catalog.view(key).freshness();
    Duration last = bounds.staleIfError();
    return new Line(
        key.toString(),
        catalog.feature(key).name(),
        catalog.view(key).policy().word(),
        state,
        reason == null ? null : reason.word(),
        index.state(key).paused(),
        age == null ? null : age.toSeconds(),
        bounds.freshFor().toSeconds(),
        bounds.staleWhileRevalidate().toSeconds(),
        last == null ? null : last.toSeconds(),
        build == null ? null : build.recordCount(),
        build == null ? null : build.generation(),
        build == null ? null : build.generationTimeMs(),
        build == null ? null : build.bytes());
  }
}

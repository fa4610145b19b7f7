package app.marquee.views;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The state of every key as ops see it, from memory. */
@ApplicationScoped
public class KeyReport {
  private final ViewIndex index;
  private final Judge judge;

  KeyReport(ViewIndex index, Judge judge) {
    this.index = index;
    this.judge = judge;
  }

  /**
   * One key.
   *
   * @param state {@code fresh}, {@code stale} or {@code missing}
   * @param reason why it is not fresh, or what went wrong with its newest build while the last good
   *     one is still fresh; null when there is nothing to tell
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Line(
      String cacheKey,
      String state,
      String reason,
      Long ageSeconds,
      Integer recordCount,
      Long generation,
      Integer generationTimeMs,
      Long bytes) {}

  public Line of(Key key) {
    Optional<Build> build = index.find(key);
    Reason trouble = index.state(key).paused() ? Reason.PAUSED : index.state(key).reason();
    if (build.isEmpty()) {
      Reason reason = judge.reason(key);
      return new Line(
          key.toString(),
          "missing",
          reason == Reason.SOURCE_CHANGED ? null : reason.word(),
          null,
          null,
          null,
          null,
          null);
    }
    Build b = build.get();
    Condition condition = judge.judge(b);
    Reason reason = condition.fresh() ? trouble : condition.reason();
    return new Line(
        key.toString(),
        condition.fresh() ? "fresh" : "stale",
        reason == null ? null : reason.word(),
        condition.age().toSeconds(),
        b.recordCount(),
        b.generation(),
        b.generationTimeMs(),
        b.bytes());
  }
}

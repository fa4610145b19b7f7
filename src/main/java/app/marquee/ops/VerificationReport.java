package app.marquee.ops;

import app.marquee.views.Verification;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What a verification came to: how many keys had which outcome, and each of them.
 *
 * @param agrees whether no stored build differs and none could not be computed
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record VerificationReport(
    boolean success,
    boolean agrees,
    int total,
    int equal,
    int differs,
    int outdated,
    int missing,
    int failed,
    List<Line> keys) {

  /**
   * One key.
   *
   * @param outcome {@code equal}, {@code differs}, {@code outdated}, {@code missing} or {@code
   *     failed}
   * @param path where stored and computed document first differ, a JSON Pointer
   * @param stored the value there as JSON, absent where the stored document has none
   * @param computed the same of the computed one
   * @param message why there was nothing to compare
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String cacheKey,
      String outcome,
      String path,
      String stored,
      String computed,
      String message) {

    static Line of(Verification v) {
      String key = v.key().toString();
      if (v instanceof Verification.Differs d) {
        return new Line(
            key, "differs", d.first().path(), d.first().stored(), d.first().computed(), null);
      } else if (v instanceof Verification.Outdated o) {
        return new Line(key, "outdated", null, null, null, o.why());
      } else if (v instanceof Verification.Failed f) {
        return new Line(key, "failed", null, null, null, f.message());
      }
      String outcome = v instanceof Verification.Equal ? "equal" : "missing";
      return new Line(key, outcome, null, null, null, null);
    }
  }

  static VerificationReport of(List<Verification> all) {
    int differs = count(all, Verification.Differs.class);
    int failed = count(all, Verification.Failed.class);
    return new VerificationReport(
        true,
        differs + failed == 0,
        all.size(),
        count(all, Verification.Equal.class),
        differs,
        count(all, Verification.Outdated.class),
        count(all, Verification.Missing.class),
        failed,
        all.stream().map(Line::of).toList());
  }

  private static int count(List<Verification> all, Class<? extends Verification> outcome) {
    return (int) all.stream().filter(outcome::isInstance).count();
  }
}

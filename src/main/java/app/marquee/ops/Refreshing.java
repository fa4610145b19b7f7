package app.marquee.ops;

import app.marquee.views.Pause;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Optional;

/** Whether refresh runs may begin. All but {@code paused} is null while they may. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Refreshing(boolean paused, String reason, Instant since, String by) {

  static Refreshing of(Optional<Pause> pause) {
    return pause
        .map(told -> new Refreshing(true, told.reason(), told.since(), told.by()))
        .orElse(new Refreshing(false, null, null, null));
  }
}

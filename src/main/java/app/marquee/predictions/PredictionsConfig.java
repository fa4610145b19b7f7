package app.marquee.predictions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** Settings of the films feature. */
@ConfigMapping(prefix = "marquee.predictions")
public interface PredictionsConfig {

  /**
   * The list whose next additions are predicted. It counts in no score; another one scores all
   * films anew.
   */
  @WithDefault("1001_movies")
  @Pattern(regexp = "[a-z0-9][a-z0-9_-]{0,39}")
  String list();

  /**
   * How long one transaction of an import or a scoring may take. Too short: scoring a million films
   * fails; too long: a stuck database holds a worker thread.
   */
  @WithDefault("PT10M")
  Duration transactionWithin();
}

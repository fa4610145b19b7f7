package app.marquee.predictions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
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

  /** When every prediction is checked again, facts changed or not: seconds first, UTC. */
  @WithDefault("0 0 4 * * ?")
  String refreshAt();

  /**
   * Rankings with unsaved weights that may be computed at once; one more is answered 429. Each
   * holds a connection and a core of the database.
   */
  @WithDefault("2")
  @Positive
  int previews();

  /** How long one of them may take in the database before it is given up. */
  @WithDefault("PT10S")
  Duration previewWithin();
}

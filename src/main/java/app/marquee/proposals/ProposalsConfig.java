package app.marquee.proposals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;

/** Settings of the film nights. */
@ConfigMapping(prefix = "marquee.proposals")
public interface ProposalsConfig {

  /**
   * How many open proposals a member may have whom no admin has given a limit of their own.
   * Lowered, it takes nothing back: who has more proposes nothing until enough of theirs have
   * ended.
   */
  @WithDefault("10")
  @PositiveOrZero
  @Max(1000)
  int openLimit();

  /**
   * How often it is looked whether a round's time is up. As long, at most, nobody can vote between
   * the end of a round and its winner.
   */
  @WithDefault("PT2S")
  Duration closeDueEvery();
}

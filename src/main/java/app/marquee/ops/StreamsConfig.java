package app.marquee.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** Event streams: how many there may be, and how they are kept alive. */
@ConfigMapping(prefix = "marquee.ops")
public interface StreamsConfig {

  /** Streams one client address may have open on a node. One more is answered 429. */
  @WithDefault("8")
  @Positive
  int streamsPerClient();

  /**
   * Streams a node keeps open in all. Each holds a connection, and memory for what is to be sent.
   */
  @WithDefault("256")
  @Positive
  int streams();

  /**
   * How often a stream says that it lives. Too seldom: proxies close what is silent, and clients
   * that are gone keep their place.
   */
  @WithDefault("PT15S")
  Duration heartbeatEvery();

  /**
   * How often a node asks for the state of a run that somebody watches, however many do. Runs of
   * its own tell at once.
   */
  @WithDefault("PT1S")
  Duration progressEvery();
}

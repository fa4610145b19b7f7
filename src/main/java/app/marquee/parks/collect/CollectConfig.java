package app.marquee.parks.collect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whom to ask for live wait times, how often and how patiently. Nobody until parks are named. */
@ConfigMapping(prefix = "marquee.parks.collect")
public interface CollectConfig {
  ThemeParksWiki themeparksWiki();

  QueueTimes queueTimes();

  /** Where the providers' operators can reach yours: a URL or an address, told in User-Agent. */
  Optional<String> contact();

  /**
   * How often a node looks whether a slot has begun. Too long: snapshots come late in their slot.
   */
  @WithDefault("PT10S")
  Duration claimEvery();

  /** How often a node looks at what was delivered, by whichever node. */
  @WithDefault("PT1M")
  Duration watchEvery();

  /** Parks asked for at once. Too many: the provider feels it; too few: a cycle takes long. */
  @WithDefault("4")
  @Positive
  int concurrency();

  /** Attempts at one answer. Only time-outs and broken connections are tried again. */
  @WithDefault("3")
  @Positive
  int attempts();

  /** Pause before the second attempt; each further one waits twice as long. */
  @WithDefault("PT4S")
  Duration retryAfter();

  /** The longest such pause. */
  @WithDefault("PT60S")
  Duration retryAtMost();

  /** Bytes of the largest answer taken. A larger one fails its park, and is not read on. */
  @WithDefault("16777216")
  @Positive
  int maxAnswer();

  /** How old a park's opening hours may grow before they are asked for again. */
  @WithDefault("P1D")
  Duration schedulesEvery();

  /**
   * How long a cycle may run before it is taken for dead. Too short: a slow provider's cycle is
   * called failed until it ends; too long: a killed node's looks alive.
   */
  @WithDefault("PT30M")
  Duration abandonedAfter();

  /** How long cycles that have ended, and what failed in them, stay in the log. */
  @WithDefault("P90D")
  Duration keepCycles();

  /** What both providers have. */
  interface Source {
    /** Where the provider is. */
    URI baseUrl();

    /** The provider's own ids of the parks to collect. None: the provider is not asked at all. */
    Optional<List<String>> parks();

    /** Length of a slot, in whole minutes that divide 60; a snapshot stands for as long. */
    Duration interval();

    /**
     * How long an answer may take to begin; until its last byte it may take twice as long. Too
     * short: a busy provider looks dead; too long: a dead one holds up the cycle.
     */
    Duration timeout();
  }

  /** ThemeParks.wiki, version 1 of its interface. */
  interface ThemeParksWiki extends Source {
    @Override
    @WithDefault("https://api.themeparks.wiki/v1")
    URI baseUrl();

    @Override
    @WithDefault("PT10M")
    Duration interval();

    @Override
    @WithDefault("PT15S")
    Duration timeout();
  }

  /** Queue-Times.com. */
  interface QueueTimes extends Source {
    @Override
    @WithDefault("https://queue-times.com")
    URI baseUrl();

    @Override
    @WithDefault("PT10M")
    Duration interval();

    @Override
    @WithDefault("PT10S")
    Duration timeout();
  }
}

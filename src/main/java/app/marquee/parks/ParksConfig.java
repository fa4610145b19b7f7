package app.marquee.parks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;

/** What the numbers of the parks feature rest on. */
@ConfigMapping(prefix = "marquee.parks")
public interface ParksConfig {
  /**
   * The park-local time at which an operating day begins, a whole hour: a night that ends before it
   * belongs to the evening before. Changing it leaves what is rolled up as it was.
   */
  @WithDefault("04:00")
  LocalTime dayStartsAt();

  /**
   * How old a ride's newest snapshot may be and still tell its present state. Too short: rides
   * vanish from the live views when a cycle is missed; too long: a dead feed looks alive.
   */
  @WithDefault("PT2H")
  Duration liveWindow();

  /** A ride that has not operated for longer than this is out of the live rankings. */
  @WithDefault("P7D")
  Duration eligibleWithin();

  /**
   * Attractions that must operate in a cycle for a park without a known schedule to be open; fewer
   * where the park has fewer. Too low: a test run opens the park.
   */
  @WithDefault("3")
  @Positive
  int enoughRidesOperating();

  /** Park-open samples both sides need for a trend; below that it is null. */
  @WithDefault("12")
  @Positive
  int trendSamples();

  /**
   * Percentage points by which uptime must differ from the comparator's for a place among the
   * trends; exactly as many are enough. Too low: the lists tell noise; too high: they are empty.
   */
  @WithDefault("5")
  @Positive
  double trendThreshold();

  /** Minutes a snapshot stands for when nobody says; must divide 60. */
  @WithDefault("10")
  @Positive
  int intervalMinutes();

  /** How far ahead of the clock a snapshot may be recorded: beyond it the sender's clock is off. */
  @WithDefault("PT5M")
  Duration aheadOfClock();

  /** How old a Queue-Times reading may be before it is taken for closed with no wait. */
  @WithDefault("PT30M")
  Duration queueTimesStaleAfter();

  /**
   * How long one transaction of an import may take. Too short: a file of one busy park's years
   * fails; too long: a stuck database holds a worker thread.
   */
  @WithDefault("PT10M")
  Duration importTransactionWithin();

  /**
   * How long a configured provider may deliver nothing before parks are told to wait for data: no
   * build of theirs is fresh then. Too short: one missed cycle alarms; too long: a dead feed passes
   * for news.
   */
  @WithDefault("PT30M")
  Duration dataExpectedEvery();

  /**
   * How long raw snapshots are kept, by whole months; what is rolled up from them stays for ever. A
   * month that has been pruned is closed: later rows for it are refused. Too short: history that
   * comes in late is lost; too long: the table is most of the database.
   */
  @WithDefault("P90D")
  Duration keepSnapshots();

  /** Where the rows' links point to. */
  @WithDefault("https://queue-times.com")
  String queueTimesUrl();
}

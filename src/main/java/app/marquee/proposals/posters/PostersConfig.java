package app.marquee.proposals.posters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Set;

/** Where posters may come from, how much of them is taken, and how long they are kept. */
@ConfigMapping(prefix = "marquee.proposals.posters")
public interface PostersConfig {

  /** Whether posters are fetched at all. If not, those there are still served. */
  @WithDefault("true")
  boolean enabled();

  /** The hosts posters are fetched from, each by its exact name; nobody else is connected to. */
  @WithDefault("m.media-amazon.com,image.tmdb.org,images.metahub.space")
  Set<String> hosts();

  /**
   * How long a download may take, from the question for the host's address to the last byte. Too
   * short: posters of a slow host stay missing; too long: a host that hangs holds up the others.
   */
  @WithDefault("PT10S")
  Duration timeout();

  /** Bytes of the largest file taken. A larger one is refused, and not read on. */
  @WithDefault("5242880")
  @Positive
  int maxBytes();

  /**
   * Pixels of the largest picture decoded; its file tells them before. Two are decoded at once, at
   * four bytes a pixel.
   */
  @WithDefault("25000000")
  @Positive
  int maxPixels();

  /** Posters a node fetches at once. Too many: hosts feel it; too few: a new page fills slowly. */
  @WithDefault("4")
  @Positive
  int concurrency();

  /**
   * How long a poster is kept. TMDB allows six months. It is fetched again when nine tenths are
   * over and somebody wants it; then it goes, however often it is used.
   */
  @WithDefault("P180D")
  Duration keep();

  /** Megabytes of all pictures kept. Beyond, the least recently used go first. */
  @WithDefault("2000")
  @Positive
  int maxTotalMegabytes();

  /** Megabytes of pictures in a node's memory. */
  @WithDefault("32")
  @Positive
  int memoryMegabytes();

  /**
   * How long a node serves a picture from memory without looking whether there is another. Too
   * short: more statements; too long: a dropped poster is seen for longer.
   */
  @WithDefault("PT30S")
  Duration memoryFor();

  /** When posters are pruned: seconds first, UTC. */
  @WithDefault("0 30 4 * * ?")
  String pruneAt();
}

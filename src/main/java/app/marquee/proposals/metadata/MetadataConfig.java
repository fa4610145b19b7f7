package app.marquee.proposals.metadata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whom to ask for the metadata of proposed films, in which order, and how patiently. */
@ConfigMapping(prefix = "marquee.proposals.metadata")
public interface MetadataConfig {
  /**
   * Who is asked, in this order, until one knows the film: imdbapi, omdb, tmdb, offline (the
   * imported films). By default nobody outside is called.
   */
  @WithDefault("offline")
  List<String> providers();

  /** Where the providers' operators can reach yours: a URL or an address, told in User-Agent. */
  Optional<String> contact();

  /**
   * Whether a provider may be called without TLS elsewhere than on this machine. Its answers, and
   * your key, can then be read and changed on the way.
   */
  @WithDefault("false")
  boolean allowHttp();

  Imdbapi imdbapi();

  Omdb omdb();

  Tmdb tmdb();

  /** How long an answer is fresh, give or take a tenth. Older ones are still shown. */
  @WithDefault("PT24H")
  Duration freshFor();

  /** After how long a film that no provider knows is asked for again. */
  @WithDefault("P7D")
  Duration notFoundFor();

  /** The longest pause between two attempts at a film that fail. */
  @WithDefault("PT6H")
  Duration retryAtMost();

  /** How often a node looks for films that are due. */
  @WithDefault("PT1M")
  Duration dueEvery();

  /** How often a node goes through all of them, and looks for proposed films it never asked for. */
  @WithDefault("PT6H")
  Duration sweepEvery();

  /** Films a look takes at most; a sweep takes all. */
  @WithDefault("100")
  @Positive
  int dueAtMost();

  /** Films claimed at once: their answers are written together. */
  @WithDefault("20")
  @Positive
  int batch();

  /** Calls of one batch under way at once. */
  @WithDefault("4")
  @Positive
  int concurrency();

  /**
   * How long a node alone may ask for the films of a batch. Too short: two nodes ask for one film;
   * too long: a killed node's films wait.
   */
  @WithDefault("PT10M")
  Duration lease();

  /** How long an administrator's refresh is waited for before it goes on without an answer. */
  @WithDefault("PT5S")
  Duration answerWithin();

  Search search();

  /** What the search for films may cost. */
  interface Search {
    /** How long the answer to a query is held in memory. */
    @WithDefault("PT10M")
    Duration cachedFor();

    /** Queries held in memory. */
    @WithDefault("1000")
    @Positive
    int cachedQueries();

    /** Searches of one member in a minute; half of them may come at once. */
    @WithDefault("60")
    @Min(2)
    int perMinute();
  }

  /** How a provider is called. */
  interface Source {
    /** Where it is. */
    URI baseUrl();

    /** Who we are to it. */
    Optional<String> key();

    /** Calls a day (UTC), of all nodes together; spent, it is not asked until the next. */
    int budgetPerDay();

    /** Calls a second of one node, evenly spread. */
    int perSecond();

    /** How long making a connection may take. */
    @WithDefault("PT1S")
    Duration connectTimeout();

    /** How long it may send nothing. */
    @WithDefault("PT2.5S")
    Duration readTimeout();

    /** How long an attempt may take in all. */
    @WithDefault("PT3S")
    Duration timeout();

    /** Pause before the second attempt in the background; the third waits twice as long. */
    @WithDefault("PT0.3S")
    Duration retryAfter();

    /** How long nobody asks it after half of the last eight calls failed. */
    @WithDefault("PT30S")
    Duration breakerDelay();

    /** Bytes of the largest answer taken, unpacked. */
    @WithDefault("1048576")
    @Positive
    int maxAnswer();
  }

  /** imdbapi.dev, or one that answers as it did. It needs no key. */
  interface Imdbapi extends Source {
    @Override
    @WithDefault("https://api.imdbapi.dev")
    URI baseUrl();

    @Override
    @WithDefault("100000")
    @Positive
    int budgetPerDay();

    @Override
    @WithDefault("1")
    @Positive
    int perSecond();

    /** Films asked for in one call; 5 is the most it takes, 1 for those that know no batches. */
    @WithDefault("5")
    @Min(1)
    @Max(5)
    int batch();
  }

  /** OMDb. */
  interface Omdb extends Source {
    @Override
    @WithDefault("https://www.omdbapi.com")
    URI baseUrl();

    @Override
    @WithDefault("900")
    @Positive
    int budgetPerDay();

    @Override
    @WithDefault("2")
    @Positive
    int perSecond();
  }

  /** The Movie Database: a film takes two calls. */
  interface Tmdb extends Source {
    @Override
    @WithDefault("https://api.themoviedb.org")
    URI baseUrl();

    @Override
    @WithDefault("100000")
    @Positive
    int budgetPerDay();

    @Override
    @WithDefault("10")
    @Positive
    int perSecond();
  }
}

package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.predictions.FactTable.Fact;
import app.marquee.predictions.FilmFormat.Given;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Metrics: one per line in our columns, or tables with a column for each, such as IMDb's {@code
 * title.ratings.tsv} and TMDB's.
 */
final class MetricFormats {
  private static final double UNBOUNDED = 1e15;
  private static final String RATING = "rating_average";
  private static final String VOTES = "rating_votes";
  private static final Set<String> OUT_OF_HUNDRED =
      Set.of("metascore", "tomatometer", "audience_score");
  private static final Set<String> SOURCES =
      Set.of("tmdb", "imdb", "metacritic", "rotten_tomatoes", "omdb", "the_numbers");

  /**
   * A column that is a metric.
   *
   * @param with a column its table must have; one of the same name elsewhere means something else
   * @param zeroIsUnknown what a source writes that knows nothing
   * @param asOf null if the table does not tell
   */
  private record Wide(
      String column,
      String with,
      String source,
      String type,
      boolean zeroIsUnknown,
      Instant asOf) {}

  /** In order: the first that has a value for a metric tells it. */
  private static final List<Wide> WIDE =
      List.of(
          wide("averageRating", "imdb", RATING),
          wide("numVotes", "imdb", VOTES),
          tmdb("vote_average", RATING),
          tmdb("vote_count", VOTES),
          tmdb("popularity", "popularity_score"),
          tmdb("budget", "budget"),
          tmdb("revenue", "revenue_worldwide"),
          wide("tmdb_avg", "tmdb", RATING),
          wide("tmdb_votes", "tmdb", VOTES),
          wide("tmdb_score", "tmdb", RATING),
          wide("tmdb_popularity", "tmdb", "popularity_score"),
          dated("rating_2024_01", RATING, "2024-01-01T00:00:00Z"),
          dated("votes_2024_01", VOTES, "2024-01-01T00:00:00Z"),
          dated("rating_2023_05", RATING, "2023-05-01T00:00:00Z"),
          dated("votes_2023_05", VOTES, "2023-05-01T00:00:00Z"),
          dated("rating_2017_11", RATING, "2017-11-01T00:00:00Z"),
          dated("votes_2017_11", VOTES, "2017-11-01T00:00:00Z"),
          wide("imdb_rating", "imdb", RATING),
          wide("imdb_score", "imdb", RATING),
          wide("imdb_votes", "imdb", VOTES),
          wide("metascore", "metacritic", "metascore"),
          wide("metacritic", "metacritic", "metascore"),
          wide("tomatometer", "rotten_tomatoes", "tomatometer"),
          wide("rt_critics", "rotten_tomatoes", "tomatometer"),
          // HetRec writes a score of 0 for a film nobody has reviewed.
          new Wide(
              "rt_critics_score",
              "rt_critics_score",
              "rotten_tomatoes",
              "tomatometer",
              true,
              null));

  static final List<FilmFormat> ALL =
      List.of(
          FilmFormat.with(
              List.of("metric_type"),
              List.of("imdb_id", "tmdb_id", "source", "value", "fetched_at"),
              MetricFormats::own),
          new FilmFormat(
              Stream.concat(
                      Stream.of("imdb_id", "tmdb_id", "tconst", "id"),
                      WIDE.stream().map(Wide::column))
                  .collect(java.util.stream.Collectors.toSet()),
              header -> WIDE.stream().anyMatch(wide -> header.contains(wide.column())),
              MetricFormats::table),
          FilmFormat.otherwise(MetricFormats::own));

  private MetricFormats() {}

  private static Wide wide(String column, String source, String type) {
    return new Wide(column, column, source, type, false, null);
  }

  private static Wide tmdb(String column, String type) {
    return new Wide(column, "vote_average", "tmdb", type, true, null);
  }

  private static Wide dated(String column, String type, String asOf) {
    return new Wide(column, column, "imdb", type, false, Instant.parse(asOf));
  }

  private static void own(Fields line, Given given, List<Fact> facts) throws BadLine {
    String source = line.required("source");
    if (!SOURCES.contains(source)) {
      throw new BadLine("source", "source is none of " + SOURCES.stream().sorted().toList());
    }
    String type = FilmValues.requiredKey(line, "metric_type");
    line.required("value");
    facts.add(
        FactTable.METRICS.fact(
            FilmId.of(line),
            source,
            type,
            line.decimal("value", 0, greatest(type)),
            line.instant("fetched_at", ZoneOffset.UTC)));
  }

  private static void table(Fields line, Given given, List<Fact> facts) throws BadLine {
    FilmId film =
        line.text("tconst") != null
            ? FilmId.of(line, "tconst", null)
            : FilmId.of(line, "imdb_id", line.text("tmdb_id") != null ? "tmdb_id" : "id");
    Set<String> told = new HashSet<>();
    for (Wide wide : WIDE) {
      Double value =
          line.text(wide.with()) == null
              ? null
              : line.decimal(wide.column(), 0, greatest(wide.type()));
      if (value != null
          && !(wide.zeroIsUnknown() && value == 0)
          && told.add(wide.source() + wide.type())) {
        facts.add(FactTable.METRICS.fact(film, wide.source(), wide.type(), value, wide.asOf()));
      }
    }
  }

  private static double greatest(String type) {
    return type.equals(RATING) ? 10 : OUT_OF_HUNDRED.contains(type) ? 100 : UNBOUNDED;
  }
}

package app.marquee.films;

/**
 * A film as the imported files tell of it; everything but id and title may be null.
 *
 * @param imdbId such as {@code tt0133093}
 * @param runtime minutes
 * @param posterPath at TMDB, such as {@code /x.jpg}
 * @param imdbRating 0 to 10
 */
public record FilmFact(
    String imdbId,
    String title,
    String originalTitle,
    Integer year,
    String overview,
    Integer runtime,
    String posterPath,
    Double imdbRating,
    Integer imdbVotes,
    Integer metascore) {}

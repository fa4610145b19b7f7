package app.marquee.proposals;

/**
 * A film is proposed and committed as such: its metadata is wanted at once.
 *
 * @param imdbId such as {@code tt0133093}
 */
public record FilmProposed(String imdbId) {}

package app.marquee.proposals.metadata;

/**
 * A film that a search has found. Sparse: never what is kept of a film.
 *
 * @param year may be null
 */
record SearchHit(String imdbId, String title, Integer year) {}

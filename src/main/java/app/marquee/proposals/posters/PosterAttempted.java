package app.marquee.proposals.posters;

/**
 * A fetch of a poster has ended.
 *
 * @param bytes of the file that came; 0 if none was taken
 * @param why null if all is well
 */
record PosterAttempted(String imdbId, Outcome outcome, int bytes, String why) {

  /** How: POSTPONED since its host is left alone, LOST since another node had taken it over. */
  enum Outcome {
    OK,
    NOT_FOUND,
    REFUSED,
    ERROR,
    POSTPONED,
    LOST
  }
}

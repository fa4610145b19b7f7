package app.marquee.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A proposal as somebody sends it: {@code {imdb_id?, title?, year?, note?, confirm?}}, nothing
 * else.
 *
 * @param title null only beside an imdb_id, whose title may be known already
 * @param confirm whether it is meant although the film was watched before
 */
record ProposalBody(String imdbId, String title, Integer year, String note, boolean confirm) {
  private static final int LONGEST_TITLE = 255;
  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_IMDB_ID = 12;
  private static final int FIRST_YEAR = 1870;
  private static final int LAST_YEAR = 2200;

  /** Errors: a problem 400 that names every member that is not as it should be. */
  static ProposalBody read(JsonNode body) {
    BodyReader reader = new BodyReader(body);
    ProposalBody read =
        new ProposalBody(
            reader.text("imdb_id", LONGEST_IMDB_ID),
            reader.text("title", LONGEST_TITLE),
            reader.integer("year", FIRST_YEAR, LAST_YEAR),
            reader.text("note", LONGEST_NOTE),
            reader.flag("confirm"));
    if (read.imdbId != null && !ImdbId.is(read.imdbId)) {
      reader.wrong("imdb_id", "must be such as tt0133093", List.of(ImdbId.PATTERN));
    }
    if (read.imdbId == null && read.title == null) {
      reader.wrong("title", "is required without imdb_id", null);
    }
    reader.check();
    return read;
  }
}

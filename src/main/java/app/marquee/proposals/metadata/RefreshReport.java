package app.marquee.proposals.metadata;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * How a refresh of metadata ended, film by film.
 *
 * @param selected films that were taken up; all others sum up to it, unless another node took a
 *     film over
 * @param updated told anew, and otherwise than before
 * @param unchanged told anew, and the same
 * @param skipped films nobody who might know them could be asked for now
 * @param problems the first of those that failed or were skipped, with the reason
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RefreshReport(
    int selected,
    int updated,
    int unchanged,
    int notFound,
    int failed,
    int skipped,
    long durationMs,
    List<FilmProblem> problems) {

  /** Why a film has no new answer. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record FilmProblem(String imdbId, String reason) {}
}

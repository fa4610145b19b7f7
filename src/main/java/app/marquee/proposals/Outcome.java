package app.marquee.proposals;

import app.marquee.http.Problem;
import io.smallrye.mutiny.Uni;

/** How what somebody asked for ended. */
sealed interface Outcome {

  /**
   * It is as they wish.
   *
   * @param id of what was made or changed
   * @param document the answer, a JSON object
   * @param changed whether documents that anybody may read are different now
   */
  record Done(long id, String document, boolean changed) implements Outcome {}

  /** It is not, and nothing has changed. */
  record Refused(Problem problem) implements Outcome {}

  static Uni<Outcome> refused(Problem problem) {
    return Uni.createFrom().item(new Refused(problem));
  }

  /** For resources. Errors: its problem if it was refused. */
  default Done done() {
    if (this instanceof Refused refused) {
      throw refused.problem().asException();
    }
    return (Done) this;
  }

  /** Whether documents that anybody may read are different now. */
  default boolean changed() {
    return false;
  }
}

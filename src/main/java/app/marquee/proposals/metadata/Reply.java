package app.marquee.proposals.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How a call to a provider ended. */
sealed interface Reply {

  /** It answered as it should. */
  record Answered(JsonNode body) implements Reply {}

  /** It answered that there is nothing. */
  record Nothing() implements Reply {}

  /** It does not take the call as it is made. */
  record Refused(int status) implements Reply {}

  /** It wants to be left alone until then, and is. */
  record Paused(String reason, Instant until) implements Reply {}

  /** It did not answer, or nothing readable. */
  record Failed(String reason) implements Reply {}

  /** It was not called: nothing before then would change that. */
  record Withheld(String reason, Instant until) implements Reply {}

  /** Every word an answer can have in metrics and statistics. */
  List<String> WORDS = List.of("answered", "nothing", "refused", "paused", "failed", "withheld");

  /** The word in metrics and statistics. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** What an answer that holds no film says about one. */
  default ProviderAnswer withoutFilm() {
    if (this instanceof Nothing) {
      return new ProviderAnswer.NotFound();
    }
    if (this instanceof Paused paused) {
      return new ProviderAnswer.NotAsked(paused.reason(), paused.until());
    }
    if (this instanceof Withheld withheld) {
      return new ProviderAnswer.NotAsked(withheld.reason(), withheld.until());
    }
    if (this instanceof Refused refused) {
      return new ProviderAnswer.Failed("it answered with status " + refused.status());
    }
    return new ProviderAnswer.Failed(
        this instanceof Failed failed ? failed.reason() : "the answer holds no film");
  }
}

package app.marquee.predictions;

import com.fasterxml.jackson.databind.JsonNode;

/** How a fit of weights to the target list ended. */
sealed interface Fit {

  /** Too little to learn from: members in less than two decades, or nothing scored yet. */
  record Nothing(String reason) implements Fit {}

  /** It beat the best shipped profile and the baseline; its weights are now the profile's. */
  record Won(JsonNode figures) implements Fit {}

  /**
   * It did not; there is no fitted profile.
   *
   * @param withdrawn whether there was one
   */
  record Lost(JsonNode figures, boolean withdrawn) implements Fit {}

  /** It won, but somebody's own profile has its name. */
  record NameTaken(JsonNode figures) implements Fit {}
}

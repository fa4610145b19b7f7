package app.marquee.proposals.metadata;

import java.time.Instant;

/** How a provider answered the question for one film. */
sealed interface ProviderAnswer {

  /** It knows the film. */
  record Found(FilmMetadata film) implements ProviderAnswer {}

  /** It says there is no such film. */
  record NotFound() implements ProviderAnswer {}

  /** It has none of it, which proves nothing: it only knows what somebody imported. */
  record Unknown() implements ProviderAnswer {}

  /** It did not answer, or with something else than a film. */
  record Failed(String reason) implements ProviderAnswer {}

  /** It was not asked, or asked to be left alone: nothing before then would change that. */
  record NotAsked(String reason, Instant until) implements ProviderAnswer {}
}

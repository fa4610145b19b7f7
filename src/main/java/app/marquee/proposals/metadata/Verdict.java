package app.marquee.proposals.metadata;

import app.marquee.proposals.metadata.ProviderAnswer.Failed;
import app.marquee.proposals.metadata.ProviderAnswer.Found;
import app.marquee.proposals.metadata.ProviderAnswer.NotAsked;
import app.marquee.proposals.metadata.ProviderAnswer.NotFound;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the answers of a chain say of one film, as far as it has been asked.
 *
 * @param film may come with any outcome: beside another than {@code OK} it only fills gaps
 * @param provider whose film it is; null without one
 * @param reason why there is no better outcome; null with {@code OK}
 * @param until before which asking again is useless; null if nobody said
 */
record Verdict(Outcome outcome, FilmMetadata film, String provider, String reason, Instant until) {

  /** How an attempt at a film ended. */
  enum Outcome {
    /** Somebody told of it. */
    OK,
    /** Everybody was asked, and somebody says there is no such film. */
    NOT_FOUND,
    /** Somebody who might know it failed to answer. */
    ERROR,
    /** Nobody failed, but not everybody who might know it could be asked. */
    POSTPONED
  }

  private static final Comparator<Instant> SOONEST = Comparator.naturalOrder();

  /** Before anybody was asked. */
  static final Verdict OPEN =
      new Verdict(Outcome.POSTPONED, null, null, "no provider knows of it", null);

  /** Whether nobody else need be asked. */
  boolean settled() {
    return film != null;
  }

  /** With the answer of one more provider. */
  Verdict and(String asked, ProviderAnswer answer) {
    if (answer instanceof Found found) {
      // Imported films are no reason to take what a silent provider once told for outdated.
      boolean onlyFills = asked.equals(OfflineProvider.NAME) && isUncertain();
      return onlyFills
          ? new Verdict(outcome, found.film(), asked, reason, until)
          : new Verdict(Outcome.OK, found.film(), asked, null, null);
    }
    if (answer instanceof Failed failed) {
      return new Verdict(Outcome.ERROR, null, null, asked + ": " + failed.reason(), until);
    }
    if (answer instanceof NotAsked not) {
      return outcome == Outcome.ERROR
          ? this
          : new Verdict(
              Outcome.POSTPONED, null, null, asked + ": " + not.reason(), soonest(not.until()));
    }
    return answer instanceof NotFound && !isUncertain()
        ? new Verdict(Outcome.NOT_FOUND, null, null, asked + ": no such film", null)
        : this;
  }

  private boolean isUncertain() {
    return outcome == Outcome.ERROR || until != null;
  }

  private Instant soonest(Instant other) {
    return Optional.ofNullable(until)
        .map(known -> SOONEST.compare(known, other) < 0 ? known : other)
        .orElse(other);
  }
}

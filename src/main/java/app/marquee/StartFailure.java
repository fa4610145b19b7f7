package app.marquee;

import app.marquee.db.StartRefused;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import java.util.stream.Stream;

/** What to tell an operator about a start that failed. */
record StartFailure(Throwable failure) {

  /** One line, where the operator can mend the cause; empty where only a stack trace helps. */
  Optional<String> line() {
    return causes().map(StartFailure::lineOf).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> lineOf(Throwable cause) {
    if (cause instanceof QuarkusBindException taken) {
      return Optional.of(
          "port %d of %s is in use; stop who has it, or name another in MARQUEE_PORT"
              .formatted(taken.getPort(), taken.getHost()));
    }
    boolean speaks =
        cause instanceof StartRefused
            || cause instanceof ConfigurationException
            || cause instanceof ConfigValidationException;
    return speaks ? Optional.of(oneLine(cause.getMessage())) : Optional.empty();
  }

  private Stream<Throwable> causes() {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static String oneLine(String message) {
    return String.join(" ", message.lines().map(String::strip).toList());
  }
}

package app.marquee.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Error answers by their code, from the start: what first appears has not risen. */
@ApplicationScoped
class ProblemMeters {
  private static final String PROBLEMS = "marquee.http.problems";

  void onStart(@Observes StartupEvent start) {
    for (ProblemCode code : ProblemCode.values()) {
      of(code);
    }
  }

  static Counter of(ProblemCode code) {
    return Metrics.counter(
        PROBLEMS, "code", code.slug(), "status", Integer.toString(code.status()));
  }
}

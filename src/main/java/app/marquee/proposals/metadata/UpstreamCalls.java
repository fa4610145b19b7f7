package app.marquee.proposals.metadata;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Calls to providers since this node started, by how they ended. */
@Singleton
class UpstreamCalls {
  private static final String CALLS = "marquee.proposals.metadata.calls";
  private static final String PROVIDER = "provider";
  private static final String OUTCOME = "outcome";

  private final MeterRegistry registry;

  UpstreamCalls(MeterRegistry registry) {
    this.registry = registry;
  }

  /** How many calls of a provider ended so. */
  record Count(String provider, String outcome, long calls) {}

  void count(String provider, String outcome) {
    counter(provider, outcome).increment();
  }

  Counter counter(String provider, String outcome) {
    return registry.counter(CALLS, PROVIDER, provider, OUTCOME, outcome);
  }

  /** By provider and outcome; none of what has not happened. */
  List<Count> list() {
    return registry.find(CALLS).counters().stream()
        .filter(counter -> counter.count() > 0)
        .map(UpstreamCalls::count)
        .sorted(Comparator.comparing(Count::provider).thenComparing(Count::outcome))
        .toList();
  }

  private static Count count(Counter counter) {
    return new Count(
        counter.getId().getTag(PROVIDER), counter.getId().getTag(OUTCOME), (long) counter.count());
  }
}

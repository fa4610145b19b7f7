package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownKeysTest {
  private final KnownKeys known =
      new KnownKeys(Set.of("marquee.clock", "marquee.admin-token", "marquee.providers.*.url"));

  @Test
  void knownKeysAndThoseOfOthersAreNoComplaint() {
    assertThat(
            known.complaint(
                List.of("marquee.clock", "quarkus.http.port", "marquee.providers.wiki.url"),
                Set.of("MARQUEE_ADMIN_TOKEN", "MARQUEE_PROVIDERS_WIKI_URL", "HOME")))
        .isEmpty();
  }

  @Test
  void anUnknownKeyIsAnsweredWithTheNearestKnownOne() {
    assertThat(known.complaint(List.of("marquee.clok"), Set.of()))
        .contains("unknown setting marquee.clok; did you mean marquee.clock?");
  }

  @Test
  void anUnknownVariableIsNamedAsItWasWritten() {
    assertThat(known.complaint(List.of("marquee.admin.tokn"), Set.of("MARQUEE_ADMIN_TOKN")))
        .contains("unknown setting MARQUEE_ADMIN_TOKN; did you mean MARQUEE_ADMIN_TOKEN?");
  }

  @Test
  void distanceCountsLettersAddedLeftOutAndReplaced() {
    assertThat(KnownKeys.distance("clock", "clock")).isZero();
    assertThat(KnownKeys.distance("clock", "clok")).isEqualTo(1);
    assertThat(KnownKeys.distance("", "abc")).isEqualTo(3);
    assertThat(KnownKeys.distance("kitten", "sitting")).isEqualTo(3);
  }
}

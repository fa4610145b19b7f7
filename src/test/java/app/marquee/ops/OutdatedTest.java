package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.views.KeyReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutdatedTest {
  private static final Duration MAX_AGE = Duration.ofMinutes(20);
  private static final long NIGHTLY = Duration.ofHours(26).toSeconds();

  @Test
  void whatIsOlderOrMissingCounts() {
    Outdated outdated =
        Outdated.among(
            List.of(
                key("a", "compute", 1200L), key("b", "compute", 1201L), key("c", "compute", null)),
            MAX_AGE,
            false);

    assertThat(outdated.keys()).extracting(KeyReport.Line::cacheKey).containsExactly("b", "c");
    assertThat(outdated.missing()).isEqualTo(1);
    assertThat(outdated.oldest()).isEqualTo(Duration.ofSeconds(1201));
  }

  @Test
  void aReportedViewMayBeAsOldAsItStaysFreshUnlessItsFeatureIsNamed() {
    List<KeyReport.Line> keys =
        List.of(key("day", "report", 86_400L), key("old", "report", NIGHTLY + 1));

    assertThat(Outdated.among(keys, MAX_AGE, false).keys())
        .extracting(KeyReport.Line::cacheKey)
        .containsExactly("old");
    assertThat(Outdated.among(keys, MAX_AGE, true).keys()).hasSize(2);
    assertThat(Outdated.among(keys, Duration.ofDays(2), false).none()).isTrue();
  }

  private static KeyReport.Line key(String name, String policy, Long age) {
    return new KeyReport.Line(
        name,
        "any",
        policy,
        "fresh",
        null,
        false,
        age,
        policy.equals("report") ? NIGHTLY : 900,
        1800,
        null,
        1,
        1L,
        1,
        1L);
  }
}

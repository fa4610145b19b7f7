package app.marquee.parks.collect;

import static app.marquee.parks.Provider.QUEUE_TIMES;
import static app.marquee.parks.Provider.THEMEPARKS_WIKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectChecksTest {
  private static final String PREFIX = "marquee.parks.collect.";

  @Test
  void byDefaultNobodyIsAskedAndProvidersAreTreatedWithPatience() {
    CollectConfig config = CollectFixture.config(Map.of());

    assertThat(config.queueTimes().parks()).isEmpty();
    assertThat(config.queueTimes().baseUrl()).isEqualTo(URI.create("https://queue-times.com"));
    assertThat(config.queueTimes().timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.queueTimes().interval()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.themeparksWiki().parks()).isEmpty();
    assertThat(config.themeparksWiki().baseUrl())
        .isEqualTo(URI.create("https://api.themeparks.wiki/v1"));
    assertThat(config.themeparksWiki().timeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.attempts()).isEqualTo(3);
    assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(4));
    assertThat(config.retryAtMost()).isEqualTo(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT7M", "PT90M", "PT90S", "PT0S", "PT2H"})
  void aSlotMustDivideTheHour(String interval) {
    assertThat(complaint("queue-times.interval", interval))
        .startsWith("marquee.parks.collect.queue-times.interval is ")
        .endsWith(": make it whole minutes that divide 60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT5M", "PT15M", "PT1H"})
  void aDivisorOfTheHourIsFine(String interval) {
    assertThat(complaint("queue-times.interval", interval)).isEmpty();
  }

  @Test
  void queueTimesParksAreNumbers() {
    assertThat(complaint("queue-times.parks", "9,parc-asterix"))
        .isEqualTo(
            "marquee.parks.collect.queue-times.parks has 'parc-asterix':"
                + " the parks of Queue-Times have numbers");
    CollectConfig wiki =
        CollectFixture.config(Map.of(PREFIX + "themeparks-wiki.parks", "75ea578a"));
    assertThat(CollectChecks.complaint(THEMEPARKS_WIKI, wiki.themeparksWiki())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-22T12:00:00Z, PT10M, 2026-08-22T12:00:00Z",
    "2026-08-22T12:09:59.999Z, PT10M, 2026-08-22T12:00:00Z",
    "2026-08-22T12:10:00Z, PT10M, 2026-08-22T12:10:00Z",
    "2026-08-22T12:59:00Z, PT1H, 2026-08-22T12:00:00Z",
  })
  void slotsBeginAtWholeMultiplesOfTheInterval(Instant now, Duration interval, Instant slot) {
    assertThat(Collector.slot(now, interval)).isEqualTo(slot);
  }

  private static String complaint(String key, String value) {
    Map<String, String> settings =
        new java.util.HashMap<>(Map.of(PREFIX + "queue-times.parks", "9"));
    settings.put(PREFIX + key, value);
    return CollectChecks.complaint(QUEUE_TIMES, CollectFixture.config(settings).queueTimes())
        .orElse("");
  }
}

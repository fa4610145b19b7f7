package app.marquee.parks.collect;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.parks.collect.ProviderStub.Capture;
import app.marquee.testkit.PackagedService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, told by its environment alone whom to ask. */
class CollectIT {
  @TempDir Path folder;

  @Test
  void aConfiguredParkIsServedSoonAfterTheStart() throws Exception {
    try (ProviderStub provider = new ProviderStub()) {
      provider.says("/parks.json", new Capture("queue_times_parks.json"));
      provider.says("/parks/9/queue_times.json", new Capture("queue_times_park9_flat_rides.json"));
      Map<String, String> environment =
          Map.of(
              "MARQUEE_PARKS_COLLECT_QUEUE_TIMES_PARKS", "9",
              "MARQUEE_PARKS_COLLECT_QUEUE_TIMES_BASE_URL", provider.uri().toString(),
              "MARQUEE_PARKS_COLLECT_CLAIM_EVERY", "PT0.2S");
      try (PackagedService service = PackagedService.start(folder, environment)) {
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(200))
            .untilAsserted(
                () ->
                    assertThat(service.get("/api/parks?filter=all-parks&limit=200", null).body())
                        .contains("Parc Astérix"));
        // What it delivered is served before its cycle has ended.
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(
                () ->
                    assertThat(service.get("/q/metrics", null).body())
                        .contains(
                            "marquee_parks_collect_cycles_total",
                            "marquee_parks_collect_silence_seconds"));
        assertThat(service.get("/q/health/ready", null).body())
            .contains("parks collection", "delivered");
      }
      assertThat(provider.asked("/parks/9/queue_times.json")).isBetween(1, 2);
    }
  }
}

package app.marquee.proposals.posters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostersConfigTest {

  @Test
  void defaults() {
    PostersConfig config = PosterFixture.config(Map.of());

    assertThat(config.enabled()).isTrue();
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.maxBytes()).isEqualTo(5 * PosterUpstream.MEGABYTE);
    assertThat(config.maxPixels()).isEqualTo(25_000_000);
    assertThat(config.concurrency()).isEqualTo(4);
    assertThat(config.keep()).isEqualTo(Duration.ofDays(180));
    assertThat(config.maxTotalMegabytes()).isEqualTo(2000);
    assertThat(config.memoryMegabytes()).isEqualTo(32);
    assertThat(config.memoryFor()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.pruneAt()).isEqualTo("0 30 4 * * ?");
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, 0, PT5M",
    "ERROR, 1, PT10M",
    "ERROR, 6, PT5H20M",
    "ERROR, 7, PT6H",
    "ERROR, 1000, PT6H",
    "REFUSED, 0, PT24H",
    "NOT_FOUND, 9, PT24H"
  })
  void whatCouldNotBeHadIsLeftAloneForAWhile(NoPoster.State state, int before, Duration pause) {
    assertThat(RetryPause.after(state, before)).isEqualTo(pause);
  }

  @Test
  void whyThereIsNoPosterIsOneLine() {
    assertThat(NoPoster.refused("a\u0000b\nc")).hasMessage("a b c");
  }
}

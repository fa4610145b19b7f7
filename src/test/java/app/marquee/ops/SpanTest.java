package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SpanTest {

  @ParameterizedTest
  @CsvSource({
    "20m, PT20M, 20m",
    "1h30m, PT1H30M, 1h30m",
    "90s, PT1M30S, 1m30s",
    "2d, PT48H, 2d",
    "1D12h, PT36H, 1d12h",
    "PT20M, PT20M, 20m",
    "pt1h, PT1H, 1h",
    "59s, PT59S, 59s",
  })
  void isReadAndWrittenAsPeopleDo(String text, Duration span, String written) {
    assertThat(new Span().convert(text)).isEqualTo(span);
    assertThat(Span.text(span)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "m", "20 m", "0m", "-20m", "20m1h", "PT", "P1M", "soon"})
  void whatIsNoLengthOfTimeIsRefused(String text) {
    assertThatThrownBy(() -> new Span().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is no length of time");
  }
}

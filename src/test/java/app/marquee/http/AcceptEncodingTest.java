package app.marquee.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.views.Slice.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | GZIP",
        "gzip, deflate, br | GZIP",
        "br;q=1.0, gzip;q=0.8, *;q=0.1 | GZIP",
        "* | GZIP",
        "GZIP | GZIP",
        "gzip;q=0 | IDENTITY",
        "gzip;q=0.0, identity | IDENTITY",
        "identity;q=0.9, gzip;q=0.5 | IDENTITY",
        "*;q=0 | IDENTITY",
        "br | IDENTITY",
        "gzip;q=x | IDENTITY",
        ",;, | IDENTITY",
      })
  void qualityDecides(String header, Encoding expected) {
    assertThat(AcceptEncoding.choose(header)).isEqualTo(expected);
  }

  @Test
  void nothingSaidMeansIdentity() {
    assertThat(AcceptEncoding.choose(null)).isEqualTo(Encoding.IDENTITY);
    assertThat(AcceptEncoding.choose(" ")).isEqualTo(Encoding.IDENTITY);
  }
}

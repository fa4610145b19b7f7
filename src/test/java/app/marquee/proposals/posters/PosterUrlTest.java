package app.marquee.proposals.posters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosterUrlTest {
  private static final Set<String> HOSTS = PosterFixture.config(Map.of()).hosts();

  @ParameterizedTest
  @CsvSource({
    "https://image.tmdb.org/t/p/w500/a.jpg, image.tmdb.org, /t/p/w500/a.jpg",
    "HTTPS://Image.TMDB.org:443/a.jpg?x=1#part, image.tmdb.org, /a.jpg?x=1",
    "https://images.metahub.space, images.metahub.space, /",
    "https://m.media-amazon.com/images/M/a@._V1_SX300.jpg, m.media-amazon.com,"
        + " /images/M/a@._V1_SX300.jpg",
    "https://m.media-amazon.com/é.jpg, m.media-amazon.com, /%C3%A9.jpg"
  })
  void anAddressOfAnAllowedHostIsTaken(String url, String host, String target) {
    assertThat(PosterUrl.parse(url, HOSTS)).isEqualTo(new PosterUrl(host, target));
  }

  @ParameterizedTest
  @CsvSource({
    "https://m.media-amazon.com/images/M/a@._V1_.jpg, /images/M/a@._V1_SX780.jpg",
    "https://image.tmdb.org/t/p/original/a.jpg, /t/p/w780/a.jpg"
  })
  void whereAProviderNamesItsLargestTheOneNeededIsAskedFor(String url, String target) {
    assertThat(PosterUrl.parse(url, HOSTS).target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "poster.jpg",
        "//m.media-amazon.com/a.jpg",
        "http://m.media-amazon.com/a.jpg",
        "ftp://m.media-amazon.com/a.jpg",
        "javascript:alert(1)",
        "jar:https://m.media-amazon.com/a.jpg!/b",
        "https:///a.jpg",
        "https://m.media-amazon.com:80/a.jpg",
        "https://m.media-amazon.com:0/a.jpg",
        "https://m.media-amazon.com@evil.example/a.jpg",
        "https://evil.example@m.media-amazon.com/a.jpg",
        "https://:@m.media-amazon.com/a.jpg",
        "https://m.media-amazon.com.evil.example/a.jpg",
        "https://evil-m.media-amazon.com/a.jpg",
        "https://m.media-amazon.com./a.jpg",
        "https://m.media-amazon.com\\@evil.example/a.jpg",
        "https://m.media-amazon.com/a b.jpg",
        "https://m.media-amazon.com/a\r\nHost: evil.example",
        "https://localhost/a.jpg",
        "https://127.0.0.1/a.jpg",
        "https://2130706433/a.jpg",
        "https://0177.0.0.1/a.jpg",
        "https://0x7f.1/a.jpg",
        "https://[::1]/a.jpg",
        "https://[::ffff:127.0.0.1]/a.jpg"
      })
  void anyOtherIsRefused(String url) {
    assertThatThrownBy(() -> PosterUrl.parse(url, HOSTS))
        .isInstanceOfSatisfying(
            NoPoster.class, no -> assertThat(no.state()).isEqualTo(NoPoster.State.REFUSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost", "*.tmdb.org", "A.org"})
  void anAddressIsNoHostEvenIfSomebodyAllowsIt(String host) {
    assertThatThrownBy(() -> PosterUrl.parse("https://" + host + "/a.jpg", Set.of(host)))
        .isInstanceOf(NoPoster.class);
    assertThat(PostersChecks.complaint(Set.of(host))).get().asString().contains("'" + host + "'");
  }

  @Test
  void theDefaultHostsAreNames() {
    assertThat(HOSTS)
        .containsExactlyInAnyOrder("m.media-amazon.com", "image.tmdb.org", "images.metahub.space");
    assertThat(PostersChecks.complaint(HOSTS)).isEqualTo(Optional.empty());
  }
}

package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of any type and text, none of which may do harm. */
class ToldTest {
  private static final String ID = "tt0133093";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }

  @ParameterizedTest
  @CsvSource({
    "148 min, 8880",
    "2h 28min, 8880",
    "2 h 28 m, 8880",
    "2 h, 7200",
    "'1,440 min', 86400"
  })
  void runtimesAreRead(String told, int seconds) {
    assertThat(Told.secondsOfText(text(told))).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"N/A", "", "0 min", "long", "-5 min", "148"})
  void whatIsNoRuntimeIsNone(String told) {
    assertThat(Told.secondsOfText(text(told))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"'2,345,678', 2345678", "12, 12", "0, 0"})
  void countsAreRead(String told, int count) {
    assertThat(Told.count(text(told))).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"N/A", "2,34", "-1", "99999999999999999999", "1e3", ""})
  void whatIsNoCountIsNone(String told) {
    assertThat(Told.count(text(told))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2013–2020, 2013", "2010, 2010", "2001-12-25, 2001", "2013–, 2013"})
  void yearsAreRead(String told, int year) {
    assertThat(Told.year(text(told))).isEqualTo(year);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/x.jpg",
        "https://user@a.example/x.jpg",
        "javascript:alert(1)",
        "//a.example/x.jpg",
        "data:image/png;base64,AAAA",
        "https:///x.jpg",
        "https://a.example/a b.jpg"
      })
  void onlyPlainHttpsUrlsArePosters(String told) {
    assertThat(Told.httpsUrl(text(told))).isNull();
  }

  @Test
  void aTextIsOneLineWithoutControlsAndHasAnEnd() {
    assertThat(Told.plot(text(" a\u0000b\r\nc\u202e "))).isEqualTo("a b c");
    assertThat(Told.plot(text("x".repeat(5000)))).hasSize(Told.LONGEST_PLOT).endsWith("x…");
    assertThat(Told.title(text("half \ud83c"))).isEqualTo("half \ufffd");
  }

  @Property(tries = 500)
  void noTextGetsThroughThatADatabaseOrALineCannotTake(@ForAll String any) {
    String told = Told.title(text(any));
    if (told != null) {
      assertThat(told.codePointCount(0, told.length())).isBetween(1, Told.LONGEST_TITLE);
      assertThat(told.chars().noneMatch(Character::isISOControl)).isTrue();
      assertThat(told.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)).isTrue();
    }
  }

  /** Whatever stands in whatever field, there is an answer, and data within its bounds. */
  @Property(tries = 500)
  void noFieldOfAnyTypeBreaksAParser(@ForAll("objects") ObjectNode told) {
    for (ProviderAnswer answer :
        List.of(
            ImdbapiFormat.film(told, ID), OmdbFormat.film(told, ID), TmdbFormat.film(told, ID))) {
      if (answer instanceof ProviderAnswer.Found found) {
        FilmMetadata film = found.film();
        assertThat(film.title()).isNotBlank();
        assertThat(film.rating() == null).isEqualTo(film.ratingSource() == null);
        assertThat(film.posterUrl()).matches(url -> url == null || url.startsWith("https://"));
        assertThat(film.json()).startsWith("{\"title\":");
      }
    }
  }

  @Provide
  Arbitrary<ObjectNode> objects() {
    Arbitrary<String> names =
        Arbitraries.of(
            "id",
            "primaryTitle",
            "originalTitle",
            "startYear",
            "runtimeSeconds",
            "genres",
            "rating",
            "plot",
            "primaryImage",
            "metacritic",
            "title",
            "Title",
            "Year",
            "Runtime",
            "Genre",
            "imdbRating",
            "imdbVotes",
            "Metascore",
            "Poster",
            "Response",
            "Error",
            "release_date",
            "runtime",
            "overview",
            "vote_average",
            "vote_count",
            "poster_path");
    return Arbitraries.maps(names, values()).ofMaxSize(12).map(ToldTest::object);
  }

  private static Arbitrary<JsonNode> values() {
    Arbitrary<JsonNode> texts = Arbitraries.strings().ofMaxLength(30).map(TextNode::valueOf);
    Arbitrary<JsonNode> odd =
        Arbitraries.of(
                "null",
                "true",
                "[]",
                "{}",
                "[[1], {\"name\": 3}]",
                "1e400",
                "-1",
                "8.5",
                "2010",
                "{\"url\": \"https://a.example/x.jpg\", \"score\": 1e9, \"aggregateRating\": \"7\"}",
                "{\"aggregateRating\": 7, \"voteCount\": -3}",
                "12345678901234567890",
                "\"N/A\"",
                "\"tt0133093\"",
                "\"148 min\"",
                "\"False\"")
            .map(ToldTest::read);
    return Arbitraries.oneOf(texts, odd);
  }

  private static ObjectNode object(Map<String, JsonNode> members) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.setAll(members);
    return object;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

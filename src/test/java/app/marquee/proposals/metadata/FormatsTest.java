package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.proposals.metadata.ProviderAnswer.Failed;
import app.marquee.proposals.metadata.ProviderAnswer.Found;
import app.marquee.proposals.metadata.ProviderAnswer.NotFound;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real answers of the providers are made of, and what becomes of odd ones. */
class FormatsTest {
  private static final String ID = "tt0133093";

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static FilmMetadata film(ProviderAnswer answer) {
    return ((Found) answer).film();
  }

  @Nested
  class Imdbapi {
    @Test
    void everyCapturedTitleFillsEveryFieldItTells() {
      assertThat(Captured.imdbapi()).hasSize(250);
      Captured.imdbapi()
          .forEach(
              (id, told) -> {
                FilmMetadata film = film(ImdbapiFormat.film(told, id));
                assertThat(film).as(id).hasNoNullFieldsOrPropertiesExcept("metascore");
                assertThat(film.genres()).as(id).isNotEmpty();
              });
    }

    @Test
    void theOldPlaceOfThePlotIsReadToo() {
      JsonNode told = json("{'primaryTitle': 'A', 'plotOutline': {'text': 'Told before.'}}");
      assertThat(film(ImdbapiFormat.film(told, ID)).plot()).isEqualTo("Told before.");
    }

    @Test
    void aTitleMayStandInAnEnvelope() {
      JsonNode told = json("{'title': {'id': 'tt0133093', 'originalTitle': 'A'}}");
      assertThat(film(ImdbapiFormat.film(told, ID)).title()).isEqualTo("A");
    }

    @Test
    void metascoreIsReadWhereItIsTold() {
      JsonNode told = json("{'primaryTitle': 'A', 'metacritic': {'score': 73}}");
      assertThat(film(ImdbapiFormat.film(told, ID)).metascore()).isEqualTo(73);
    }

    @ParameterizedTest
    @CsvSource({
      "{}",
      "{'id': 'tt0133093'}",
      "{'code': 5}",
      "'{''id'': ''tt0000001'', ''primaryTitle'': ''Another''}'",
      "{'primaryTitle': 7}"
    })
    void whatIsNoTitleOfTheFilmIsAFailure(String told) {
      assertThat(ImdbapiFormat.film(json(told), ID)).isInstanceOf(Failed.class);
    }

    @Test
    void aSearchKeepsFilmsOnly() {
      JsonNode told =
          json(
              "{'titles': [{'id': 'tt0133093', 'type': 'movie', 'primaryTitle': 'The Matrix',"
                  + " 'startYear': 1999}, {'id': 'tt0000001', 'type': 'tvSeries', 'primaryTitle':"
                  + " 'B'}, {'id': 'nm0000001', 'type': 'movie', 'primaryTitle': 'C'}, 7]}");
      assertThat(ImdbapiFormat.hits(told)).containsExactly(new SearchHit(ID, "The Matrix", 1999));
    }
  }

  @Nested
  class Omdb {
    @Test
    void everyCapturedBodyIsAFilm() {
      assertThat(Captured.omdb()).hasSizeGreaterThan(60);
      Captured.omdb()
          .forEach(
              (id, told) -> {
                FilmMetadata film = film(OmdbFormat.film(told, id));
                assertThat(film.title()).as(id).isEqualTo(told.path("Title").asText());
                assertThat(film.year()).as(id).isBetween(1900, 2030);
                assertThat(film.runtimeSeconds() == null)
                    .as(id)
                    .isEqualTo(told.path("Runtime").asText("N/A").equals("N/A"));
                assertThat(film.votes() == null).as(id).isEqualTo(film.rating() == null);
              });
    }

    @Test
    void textsBecomeNumbers() {
      FilmMetadata film = film(OmdbFormat.film(Captured.omdb().get("tt7131622"), "tt7131622"));
      assertThat(film.runtimeSeconds()).isEqualTo(161 * 60);
      assertThat(film.votes()).isEqualTo(200902);
      assertThat(film.rating()).isEqualTo(8.0);
      assertThat(film.metascore()).isEqualTo(83);
      assertThat(film.genres()).containsExactly("Comedy", "Drama");
      assertThat(film.ratingSource()).isEqualTo("imdb");
    }

    @Test
    void notAvailableIsNothing() {
      JsonNode told =
          json(
              "{'Title': 'A', 'Year': '2013–2020', 'Plot': 'N/A', 'Runtime': 'N/A', 'Genre': 'N/A',"
                  + " 'Poster': 'N/A', 'imdbRating': 'N/A', 'imdbVotes': '12', 'Metascore': 'N/A'}");
      assertThat(film(OmdbFormat.film(told, ID)))
          .isEqualTo(
              new FilmMetadata(
                  "A", null, 2013, null, null, List.of(), null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
      "Request limit reached!, QUOTA",
      "Daily request limit reached!, QUOTA",
      "Invalid API key!, KEY",
      "No API key provided., KEY",
      "Movie not found!, NOTHING",
      "Incorrect IMDb ID., NOTHING",
      "Error getting data., NOTHING",
      "Something else, OTHER"
    })
    void errorsAreToldApartByTheirText(String error, OmdbFormat.Refusal meant) {
      JsonNode told = json("{'Response': 'False', 'Error': '" + error + "'}");
      assertThat(OmdbFormat.isError(told)).isTrue();
      assertThat(OmdbFormat.refusal(told)).isEqualTo(meant);
      assertThat(OmdbFormat.film(told, ID))
          .isInstanceOf(meant == OmdbFormat.Refusal.NOTHING ? NotFound.class : Failed.class);
    }
  }

  @Nested
  class Tmdb {
    @Test
    void everyCapturedFilmIsOne() {
      assertThat(Captured.tmdb()).hasSizeGreaterThan(290);
      Captured.tmdb()
          .forEach(
              (id, told) -> {
                FilmMetadata film = film(TmdbFormat.film(told, id));
                assertThat(film.title()).as(id).isNotBlank();
                assertThat(film.ratingSource()).isEqualTo(film.rating() == null ? null : "tmdb");
              });
    }

    @Test
    void runtimeIsInSecondsAndThePosterHasAnAddress() {
      FilmMetadata film = film(TmdbFormat.film(Captured.tmdb().get("tt0035423"), "tt0035423"));
      assertThat(film.runtimeSeconds()).isEqualTo(118 * 60);
      assertThat(film.year()).isEqualTo(2001);
      assertThat(film.posterUrl())
          .isEqualTo("https://image.tmdb.org/t/p/w500/mUvikzKJJSg9khrVdxK8kg3TMHA.jpg");
      assertThat(film.genres()).containsExactly("Romance", "Fantasy", "Comedy");
    }

    @Test
    void aPosterPathThatIsNoneHasNoAddress() {
      assertThat(TmdbFormat.poster("//evil.example/x.jpg")).isNull();
      assertThat(TmdbFormat.poster("/../x.jpg")).isNull();
      assertThat(TmdbFormat.poster("/x.svg")).isNull();
      assertThat(TmdbFormat.poster(null)).isNull();
    }
  }
}

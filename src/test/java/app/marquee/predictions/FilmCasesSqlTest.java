package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The worked cases of the scoring, from files to printed digits. */
class FilmCasesSqlTest {
  private static final String NONE = "tt0000001";
  private static final String SPARSE = "tt0000002";
  private static final String FULL = "tt0000003";
  private static final String LISTS_ONLY = "tt0000004";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;

  @BeforeEach
  void fourFilms() {
    films = new FilmsFixture(database);
    films.imports(
        FilmKind.MOVIES,
        """
        imdb_id,title,release_date
        tt0000001,None,2020-01-01
        tt0000002,Sparse,2020-01-01
        tt0000003,Full,2020-01-01
        tt0000004,Lists only,2020-01-01
        """);
    films.imports(
        FilmKind.METRICS,
        """
        imdb_id,source,metric_type,value
        tt0000002,tmdb,rating_average,6.4
        tt0000002,tmdb,popularity_score,12
        tt0000003,tmdb,rating_average,10
        tt0000003,imdb,rating_average,10
        tt0000003,metacritic,metascore,100
        tt0000003,rotten_tomatoes,tomatometer,100
        tt0000003,tmdb,popularity_score,1000
        """);
    StringBuilder nominations = new StringBuilder("imdb_id,festival,year,category,won\n");
    for (int i = 0; i < 20; i++) {
      nominations.append("tt0000003,AMPAS,2021,Category ").append(i).append(',').append(i < 5);
      nominations.append('\n');
    }
    films.imports(FilmKind.NOMINATIONS, nominations.toString());
    StringBuilder lists = new StringBuilder("imdb_id,list\ntt0000001,1001_movies\n");
    for (int i = 0; i < 10; i++) {
      lists.append("tt0000003,list_").append(i).append('\n');
      if (i < 4) {
        lists.append("tt0000004,list_").append(i).append('\n');
      }
    }
    films.imports(FilmKind.LISTS, lists.toString());
  }

  @Test
  void filmNobodySaysAnythingOfScoresNothing() {
    assertShown(NONE, "balanced", "0.0", "0.0");
    assertShown(NONE, "award-winner", "0.0", "0.0");
  }

  @Test
  void sparseFilmIsJudgedByWhatThereIs() {
    Row row = films.total(SPARSE, "balanced");

    assertThat(row.getBigDecimal("popular_opinion")).isEqualByComparingTo("0.16");
    assertThat(row.getBigDecimal("cultural_impact"))
        .isCloseTo(new BigDecimal("0.371261"), within(new BigDecimal("0.0000005")));
    assertThat(row.getBigDecimal("confidence")).isEqualByComparingTo("0.25");
    assertShown(SPARSE, "balanced", "13.8", "9.2");
    assertShown(SPARSE, "award-winner", "11.4", "7.6");
  }

  @Test
  void filmWithEverythingScoresAHundredUnderEveryProfileButOneThatAsksForMoney() {
    makeItsPersonPerfect();

    for (String profile : List.of("balanced", "award-winner", "critics-choice", "cult-classic")) {
      assertShown(FULL, profile, "100.0", "100.0");
    }
    assertShown(FULL, "crowd-pleaser", "90.0", "95.0");
    assertThat(films.total(FULL, "balanced").getBigDecimal("people_quality"))
        .isEqualByComparingTo("1");
  }

  @Test
  void listsAloneGiveATenthOfCultureEach() {
    assertThat(films.total(LISTS_ONLY, "balanced").getBigDecimal("cultural_impact"))
        .isEqualByComparingTo("0.4");
    assertShown(LISTS_ONLY, "balanced", "8.0", "5.3");
    assertShown(LISTS_ONLY, "award-winner", "8.0", "5.3");
  }

  @Test
  void oneFilmOfNoNoteGivesItsPersonAQualityOfTen() {
    films.imports(
        FilmKind.CREDITS,
        """
        imdb_id,person_id,credit_type,job
        tt0000001,p1,crew,Director
        tt0000001,p1,crew,Writer
        """);

    // raw 1: 100 * log10(2) / log10(1001)
    assertThat(films.total(NONE, "balanced").getBigDecimal("people_quality"))
        .isCloseTo(new BigDecimal("0.100329"), within(new BigDecimal("0.0000005")));
  }

  @Test
  void personCountsOncePerFilmAndBringsWhatItsFilmsAndItsOwnNominationsShow() {
    films.imports(FilmKind.CREDITS, "imdb_id,person_id,credit_type\ntt0000004,p1,cast\n");
    films.imports(
        FilmKind.NOMINATIONS,
        """
        imdb_id,festival,year,category,person_id,won
        tt0000004,AMPAS,2021,Best Actress,p1,true
        tt0000004,AMPAS,2021,Best Actor,p2,false
        tt0000004,AMPAS,2021,Best Picture,,false
        """);

    // 10 * 4 lists + 1 film + 15 * 1 win + 5 * 2 (her own, and the one that names nobody) = 66.
    double quality = Math.log10(67) / Math.log10(1001);
    assertThat(films.total(LISTS_ONLY, "balanced").getBigDecimal("people_quality").doubleValue())
        .isCloseTo(quality, within(1e-8));
    // 3 nominations, 1 of them won.
    assertThat(films.total(LISTS_ONLY, "balanced").getBigDecimal("industry_recognition"))
        .isEqualByComparingTo("0.35");
  }

  @Test
  void moneyCountsInFullOnlyBesideItsBudget() {
    films.imports(
        FilmKind.METRICS,
        """
        imdb_id,source,metric_type,value
        tt0000001,tmdb,revenue_worldwide,2000000000
        tt0000002,tmdb,budget,50000000
        tt0000003,tmdb,budget,1000000000
        tt0000003,tmdb,revenue_worldwide,500000000
        """);

    assertThat(films.total(NONE, "balanced").getBigDecimal("financial_success"))
        .isEqualByComparingTo("0.6");
    assertThat(films.total(SPARSE, "balanced").getBigDecimal("financial_success"))
        .isEqualByComparingTo("0");
    double expected = 0.6 * Math.log(500_000_001) / Math.log(1e9) + 0.4 * 0.5;
    assertThat(films.total(FULL, "balanced").getBigDecimal("financial_success").doubleValue())
        .isCloseTo(expected, within(1e-8));
  }

  @Test
  void pointsOfTheBreakdownAddUpToTheTotal() throws JsonProcessingException {
    makeItsPersonPerfect();
    for (Row row : films.run("filmstest/totals.sql", Map.of())) {
      JsonNode breakdown = new ObjectMapper().readTree(row.getString("breakdown"));
      double points = 0;
      double weights = 0;
      for (JsonNode criterion : breakdown) {
        points += criterion.get("weighted_points").doubleValue();
        weights += criterion.get("weight").doubleValue();
      }
      assertThat(breakdown).hasSize(5);
      assertThat(weights).isCloseTo(1, within(1e-5));
      assertThat(points).isCloseTo(row.getBigDecimal("total_score").doubleValue(), within(0.1));
    }
  }

  @Test
  void likelihoodNeverFallsAsTheScoreRises() {
    BigDecimal before = BigDecimal.valueOf(-1);
    for (Row row : films.run("filmstest/likelihoods.sql", Map.of())) {
      assertThat(row.getBigDecimal("likelihood")).isGreaterThanOrEqualTo(before);
      before = row.getBigDecimal("likelihood");
    }
    assertThat(before).isEqualByComparingTo("100");
  }

  /** Ten films on ten lists each, all well rated: raw 1,000 and more. */
  private void makeItsPersonPerfect() {
    StringBuilder movies = new StringBuilder("imdb_id,title\n");
    StringBuilder lists = new StringBuilder("imdb_id,list\n");
    StringBuilder credits = new StringBuilder("imdb_id,person_id,credit_type\ntt0000003,p1,cast\n");
    for (int i = 0; i < 10; i++) {
      String id = "tt900000" + i;
      movies.append(id).append(",Film\n");
      credits.append(id).append(",p1,cast\n");
      for (int list = 0; list < 10; list++) {
        lists.append(id).append(",list_").append(list).append('\n');
      }
    }
    films.imports(FilmKind.MOVIES, movies.toString());
    films.imports(FilmKind.CREDITS, credits.toString());
    films.imports(FilmKind.LISTS, lists.toString());
  }

  private void assertShown(String film, String profile, String total, String likelihood) {
    Row row = films.total(film, profile);
    assertThat(row.getBigDecimal("total_score")).hasToString(total);
    assertThat(row.getBigDecimal("likelihood")).hasToString(likelihood);
  }
}

package app.marquee.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoFilmsTest {
  private final List<DemoFilm> films = DemoFilmography.films();
  private final DemoPeople people = new DemoPeople();
  private final List<Map<String, String>> nominations = new DemoAwards(people).nominations(films);
  private final List<Map<String, String>> entries = DemoLists.entries(films);

  @Test
  void theyAreTheSameWheneverTheyAreMade() {
    List<DemoFilm> anew = DemoFilmography.films();
    DemoPeople peopleAnew = new DemoPeople();
    assertThat(anew).isEqualTo(films);
    assertThat(facts(anew, peopleAnew)).isEqualTo(facts(films, people));
    assertThat(new DemoAwards(peopleAnew).nominations(anew)).isEqualTo(nominations);
    assertThat(DemoLists.entries(anew)).isEqualTo(entries);
  }

  private static List<Map<String, String>> facts(List<DemoFilm> films, DemoPeople people) {
    return films.stream()
        .flatMap(
            film ->
                Stream.of(
                        Stream.of(film.facts()),
                        DemoMetrics.of(film).stream(),
                        people.credits(film).stream())
                    .flatMap(rows -> rows))
        .toList();
  }

  @Test
  void everyDecadeHasCandidatesAndMembersOfTheTargetList() {
    List<Integer> decades = IntStream.rangeClosed(192, 202).map(d -> d * 10).boxed().toList();
    Map<Integer, Long> candidates =
        films.stream()
            .filter(film -> !film.isSoft())
            .collect(Collectors.groupingBy(DemoFilm::decade, Collectors.counting()));
    assertThat(candidates).containsOnlyKeys(decades);
    assertThat(candidates.values()).allMatch(count -> count >= 90);
    assertThat(films).hasSize(2_000);

    Map<String, Integer> decadeOf =
        films.stream().collect(Collectors.toMap(DemoFilm::imdbId, DemoFilm::decade));
    assertThat(entries)
        .filteredOn(entry -> entry.get("list").equals("1001_movies"))
        .extracting(entry -> decadeOf.get(entry.get("imdb_id")))
        .containsAll(decades);
  }

  @Test
  void idsAreTheirOwnAndFarFromThoseOfRealFilms() {
    assertThat(films)
        .extracting(DemoFilm::imdbId)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("tt999[0-9]{7}"));
    assertThat(films)
        .extracting(film -> Long.parseLong(film.facts().get("tmdb_id")))
        .doesNotHaveDuplicates()
        .allMatch(id -> id > 990_000_000L);
    assertThat(people.all()).extracting(DemoPerson::key).doesNotHaveDuplicates();
  }

  @Test
  void everyTitlePersonFestivalAndListSaysThatItIsADemo() {
    assertThat(films)
        .extracting(DemoFilm::title)
        .doesNotHaveDuplicates()
        .allMatch(t -> t.endsWith(" (demo)"));
    assertThat(people.all())
        .extracting(DemoPerson::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.endsWith(" (demo)"));
    assertThat(nominations)
        .extracting(nomination -> nomination.get("festival"))
        .allMatch(festival -> festival.endsWith(" (demo)"));
    assertThat(entries)
        .extracting(entry -> entry.get("list"))
        .allMatch(list -> list.equals("1001_movies") || list.startsWith("demo_"));
  }

  @Test
  void recentFilmsAreRatedByMoreSourcesAndSomeByNone() {
    assertThat(ratings(1920)).isLessThan(ratings(1970)).isLessThan(ratings(2010) - 0.5);
    assertThat(films)
        .filteredOn(film -> !film.isSoft() && ratings(film) == 0)
        .hasSizeBetween(20, 200);
  }

  private double ratings(int decade) {
    return films.stream()
        .filter(film -> film.decade() == decade)
        .mapToLong(DemoFilmsTest::ratings)
        .average()
        .orElseThrow();
  }

  private static long ratings(DemoFilm film) {
    return DemoMetrics.of(film).stream()
        .filter(m -> m.get("metric_type").matches("rating_average|metascore|tomatometer"))
        .count();
  }

  @Test
  void peopleWorkInSeveralFilms() {
    Map<String, Long> credits =
        films.stream()
            .flatMap(film -> people.credits(film).stream())
            .collect(Collectors.groupingBy(c -> c.get("person_id"), Collectors.counting()));
    assertThat(credits).hasSizeGreaterThan(1_000);
    assertThat(credits.values().stream().mapToLong(n -> n).average().orElseThrow())
        .isBetween(5.0, 15.0);
  }
}

package app.marquee.demo;

import app.marquee.demo.DemoPerson.Craft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fictional festivals. Each year their juries take the films they like best of the year before:
 * mostly the good ones.
 */
final class DemoAwards {
  static final List<String> COLUMNS =
      List.of("imdb_id", "festival", "year", "category", "person_id", "won");

  private static final int NOMINEES = 4;
  private static final int TASTE = 450;

  private static final List<Festival> FESTIVALS =
      List.of(
          new Festival("Lanternford Film Academy (demo)", 1929),
          new Festival("Gullhaven Film Festival (demo)", 1946),
          new Festival("Vinterholm Film Days (demo)", 1956),
          new Festival("Kestrelby Critics' Circle (demo)", 1978));

  private final DemoPeople people;

  DemoAwards(DemoPeople people) {
    this.people = people;
  }

  private record Festival(String name, int since) {}

  /**
   * An award for a film, or for a person who made it.
   *
   * @param goesTo null: it names nobody
   */
  private enum Category {
    BEST_FILM("Best Film", null),
    BEST_DIRECTION("Best Direction", Craft.DIRECTOR),
    BEST_PERFORMANCE("Best Performance", Craft.ACTOR);

    final String title;
    final Craft goesTo;

    Category(String title, Craft goesTo) {
      this.title = title;
      this.goesTo = goesTo;
    }
  }

  /** Lines of the import of nominations. */
  List<Map<String, String>> nominations(List<DemoFilm> films) {
    Map<Integer, List<DemoFilm>> years =
        films.stream()
            .filter(film -> !film.isSoft())
            .collect(Collectors.groupingBy(DemoFilm::year, TreeMap::new, Collectors.toList()));
    List<Map<String, String>> nominations = new ArrayList<>();
    years.forEach(
        (year, ofYear) -> {
          for (Festival festival : FESTIVALS) {
            if (festival.since() <= year) {
              addCeremony(festival, ofYear, nominations);
            }
          }
        });
    return nominations;
  }

  private void addCeremony(
      Festival festival, List<DemoFilm> films, List<Map<String, String>> nominations) {
    for (Category category : Category.values()) {
      List<DemoFilm> nominees =
          films.stream()
              .sorted(Comparator.comparingInt(film -> -liking(festival, category, film)))
              .limit(NOMINEES)
              .toList();
      for (DemoFilm film : nominees) {
        nominations.add(nomination(festival, category, film, film == nominees.get(0)));
      }
    }
  }

  private static int liking(Festival festival, Category category, DemoFilm film) {
    long about =
        film.number() * 16L
            + FESTIVALS.indexOf(festival) * Category.values().length
            + category.ordinal();
    return film.quality() + Dice.roll(TASTE, DemoFilm.SEED, about, FilmQuestion.JURY);
  }

  private Map<String, String> nomination(
      Festival festival, Category category, DemoFilm film, boolean won) {
    Map<String, String> nomination = new HashMap<>();
    nomination.put("imdb_id", film.imdbId());
    nomination.put("festival", festival.name());
    nomination.put("year", String.valueOf(film.year() + 1));
    nomination.put("category", category.title);
    nomination.put("won", String.valueOf(won));
    Optional.ofNullable(category.goesTo)
        .map(craft -> first(craft, film))
        .ifPresent(person -> nomination.put("person_id", person.key()));
    return nomination;
  }

  private DemoPerson first(Craft craft, DemoFilm film) {
    return people.of(film).stream().filter(p -> p.craft() == craft).findFirst().orElseThrow();
  }
}

package app.marquee.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The list whose additions are predicted, and three others. Each takes a share of every decade's
 * films: those its critics like best, who agree with the film's quality more or less.
 */
enum DemoLists {
  TARGET("1001_movies", 14, 500),
  CIRCLE("demo_critics_circle", 10, 450),
  ARCHIVE("demo_film_archive", 7, 700),
  MIDNIGHT("demo_midnight_favourites", 5, 1_200);

  static final List<String> COLUMNS = List.of("list", "imdb_id", "position");

  private static final int ROOM = 8;

  final String key;
  private final int percent;
  private final int taste;

  DemoLists(String key, int percent, int taste) {
    this.key = key;
    this.percent = percent;
    this.taste = taste;
  }

  /** Lines of the import of lists, of all of them. */
  static List<Map<String, String>> entries(List<DemoFilm> films) {
    List<Map<String, String>> entries = new ArrayList<>();
    for (DemoLists list : values()) {
      int position = 1;
      for (DemoFilm film : list.members(films)) {
        entries.add(
            Map.of(
                "list", list.key,
                "imdb_id", film.imdbId(),
                "position", String.valueOf(position++)));
      }
    }
    return entries;
  }

  private List<DemoFilm> members(List<DemoFilm> films) {
    Map<Integer, List<DemoFilm>> decades =
        films.stream()
            .filter(film -> !film.isSoft())
            .collect(Collectors.groupingBy(DemoFilm::decade, TreeMap::new, Collectors.toList()));
    return decades.values().stream()
        .flatMap(
            decade ->
                decade.stream()
                    .sorted(Comparator.comparingInt(film -> -liking(film)))
                    .limit(decade.size() * percent / 100)
                    .sorted(Comparator.comparingInt(DemoFilm::number)))
        .toList();
  }

  private int liking(DemoFilm film) {
    long about = (long) film.number() * ROOM + ordinal();
    return film.quality() + Dice.roll(taste, DemoFilm.SEED, about, FilmQuestion.CRITICS);
  }
}

package app.marquee.demo;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is told of the demo films, as files of the import by their kind. */
final class DemoFilmFiles {
  private DemoFilmFiles() {}

  /** In the order to take them in. Takes a moment: not for an event loop. */
  static Map<String, InputStream> all() {
    List<DemoFilm> films = DemoFilmography.films();
    DemoPeople people = new DemoPeople();
    Map<String, InputStream> files = new LinkedHashMap<>();
    files.put("movies", DemoFile.of(DemoFilm.COLUMNS, films.stream().map(DemoFilm::facts)));
    files.put(
        "people",
        DemoFile.of(DemoPeople.PERSON_COLUMNS, people.all().stream().map(DemoPerson::facts)));
    files.put(
        "credits",
        DemoFile.of(
            DemoPeople.CREDIT_COLUMNS, films.stream().flatMap(f -> people.credits(f).stream())));
    files.put(
        "metrics",
        DemoFile.of(DemoMetrics.COLUMNS, films.stream().flatMap(f -> DemoMetrics.of(f).stream())));
    files.put(
        "nominations",
        DemoFile.of(DemoAwards.COLUMNS, new DemoAwards(people).nominations(films).stream()));
    files.put("lists", DemoFile.of(DemoLists.COLUMNS, DemoLists.entries(films).stream()));
    return files;
  }
}

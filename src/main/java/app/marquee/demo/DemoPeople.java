package app.marquee.demo;

import static app.marquee.demo.DemoFilm.SEED;
import static app.marquee.demo.Dice.roll;

import app.marquee.demo.DemoPerson.Craft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who made which film. The good tend to find each other, and work in ten films or so. Of one
 * thread.
 */
final class DemoPeople {
  static final List<String> PERSON_COLUMNS = List.of("person_id", "name");
  static final List<String> CREDIT_COLUMNS =
      List.of("imdb_id", "person_id", "credit_type", "department", "job", "cast_order");

  private static final int PEOPLE = 1_200;
  private static final int ASKED = 3;

  private final List<DemoPerson> people =
      IntStream.range(0, PEOPLE).mapToObj(i -> new DemoPerson(i, craft(i))).toList();
  private final Map<Post, List<DemoPerson>> working = new HashMap<>();

  private record Post(Craft craft, int year) {}

  private static Craft craft(int number) {
    return switch (number % 6) {
      case 0 -> Craft.DIRECTOR;
      case 1 -> Craft.WRITER;
      default -> Craft.ACTOR;
    };
  }

  List<DemoPerson> all() {
    return people;
  }

  /** Those credited, the leading part before the others. */
  List<DemoPerson> of(DemoFilm film) {
    if (film.isSoft()) {
      return List.of();
    }
    Set<DemoPerson> found = new LinkedHashSet<>();
    found.add(find(film, Craft.DIRECTOR, 0));
    found.add(find(film, Craft.WRITER, 1));
    int cast = 3 + film.roll(4, FilmQuestion.CAST_SIZE);
    for (int part = 0; part < cast; part++) {
      found.add(find(film, Craft.ACTOR, 2 + part));
    }
    return new ArrayList<>(found);
  }

  /** Of the few who are asked, whose talent is nearest to what the film becomes. */
  private DemoPerson find(DemoFilm film, Craft craft, int part) {
    List<DemoPerson> candidates =
        working.computeIfAbsent(new Post(craft, film.year()), this::workingAt);
    return IntStream.range(0, ASKED)
        .mapToLong(asked -> (film.number() * 16L + part) * ASKED + asked)
        .mapToObj(
            about -> candidates.get(roll(candidates.size(), SEED, about, FilmQuestion.CASTING)))
        .min(Comparator.comparingInt(person -> Math.abs(person.talent() - film.quality())))
        .orElseThrow();
  }

  private List<DemoPerson> workingAt(Post post) {
    return people.stream()
        .filter(person -> person.craft() == post.craft() && person.worksIn(post.year()))
        .toList();
  }

  /** Lines of the import of credits. */
  List<Map<String, String>> credits(DemoFilm film) {
    List<Map<String, String>> credits = new ArrayList<>();
    int part = 0;
    for (DemoPerson person : of(film)) {
      Map<String, String> credit = new HashMap<>();
      credit.put("imdb_id", film.imdbId());
      credit.put("person_id", person.key());
      credit.put("credit_type", person.craft().creditType);
      credit.put("department", person.craft().department);
      credit.put("job", person.craft().job);
      if (person.craft() == Craft.ACTOR) {
        credit.put("cast_order", String.valueOf(part++));
      }
      credits.add(credit);
    }
    return credits;
  }
}

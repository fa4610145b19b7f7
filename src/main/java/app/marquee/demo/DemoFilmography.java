package app.marquee.demo;

import static app.marquee.demo.DemoFilm.SEED;
import static app.marquee.demo.Dice.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Two thousand fictional films from 1920 to 2025, more of them in each decade than in the last. */
final class DemoFilmography {
  private static final int FIRST_DECADE = 1920;
  private static final int[] FILMS = {100, 130, 140, 160, 180, 190, 210, 230, 260, 280, 120};
  private static final int NEWEST_DECADE_YEARS = 6;

  private DemoFilmography() {}

  static List<DemoFilm> films() {
    DemoTitles titles = new DemoTitles();
    List<DemoFilm> films = new ArrayList<>();
    for (int i = 0; i < FILMS.length; i++) {
      int years = i == FILMS.length - 1 ? NEWEST_DECADE_YEARS : 10;
      for (int n = 0; n < FILMS[i]; n++) {
        films.add(film(films.size() + 1, FIRST_DECADE + 10 * i, years, titles));
      }
    }
    return films;
  }

  private static DemoFilm film(int number, int decade, int years, DemoTitles titles) {
    int year = decade + roll(years, SEED, number, FilmQuestion.YEAR);
    LocalDate released = LocalDate.ofYearDay(year, 1 + roll(365, SEED, number, FilmQuestion.DAY));
    return new DemoFilm(number, titles.next(number), released, quality(number));
  }

  // Three dice make most films middling and few very good or bad.
  private static int quality(int number) {
    return (roll(1000, SEED, number, FilmQuestion.QUALITY_FIRST)
            + roll(1000, SEED, number, FilmQuestion.QUALITY_SECOND)
            + roll(1000, SEED, number, FilmQuestion.QUALITY_THIRD))
        / 3;
  }
}

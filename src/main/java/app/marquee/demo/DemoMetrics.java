package app.marquee.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the sources say of a film in numbers: of recent films more, of some nothing. Ratings follow
 * the film's quality, votes and popularity its fame, and none of them exactly.
 */
final class DemoMetrics {
  static final List<String> COLUMNS = List.of("imdb_id", "source", "metric_type", "value");

  private static final String RATING = "rating_average";
  private static final String VOTES = "rating_votes";

  private final DemoFilm film;
  private final List<Map<String, String>> rows = new ArrayList<>();

  private DemoMetrics(DemoFilm film) {
    this.film = film;
  }

  /** Lines of the import of metrics. */
  static List<Map<String, String>> of(DemoFilm film) {
    DemoMetrics metrics = new DemoMetrics(film);
    if (!film.isSoft()) {
      metrics.addAll();
    }
    return metrics.rows;
  }

  private void addAll() {
    add("tmdb", "popularity_score", grown(0.3, 2.2) / 10.0);
    if (!chance(3, FilmQuestion.UNRATED)) {
      addAudience();
      addCritics();
    }
    addMoney();
  }

  private void addAudience() {
    int tenths = 40 + film.quality() * 45 / 1000;
    if (chance(96, FilmQuestion.IMDB)) {
      add("imdb", RATING, clamp(tenths + noise(6, FilmQuestion.IMDB_NOISE), 10, 95) / 10.0);
      add("imdb", VOTES, grown(2.0, 4.0));
    }
    if (chance(90, FilmQuestion.TMDB)) {
      add("tmdb", RATING, clamp(tenths + noise(8, FilmQuestion.TMDB_NOISE), 10, 95) / 10.0);
      add("tmdb", VOTES, grown(1.0, 3.2));
    }
  }

  private void addCritics() {
    if (chance(15 + recent(60), FilmQuestion.METASCORE)) {
      int score = 22 + film.quality() * 65 / 1000;
      add("metacritic", "metascore", clamp(score + noise(10, FilmQuestion.METASCORE_NOISE), 5, 99));
    }
    if (chance(30 + recent(55), FilmQuestion.TOMATOMETER)) {
      int score = (film.quality() - 150) * 115 / 1000;
      int noise = noise(12, FilmQuestion.TOMATOMETER_NOISE);
      add("rotten_tomatoes", "tomatometer", clamp(score + noise, 2, 100));
    }
  }

  private void addMoney() {
    if (chance(4 + recent(30), FilmQuestion.BUDGET)) {
      long budget = 200_000L * (1 + film.roll(20, FilmQuestion.BUDGET_SIZE)) * (1 + recent(20));
      add("tmdb", "budget", budget);
      if (chance(80, FilmQuestion.REVENUE)) {
        int percent = 20 + film.fame() / 3 + film.roll(150, FilmQuestion.REVENUE_SIZE);
        add("tmdb", "revenue_worldwide", budget * percent / 100);
      }
    }
  }

  private void add(String source, String type, double value) {
    rows.add(
        Map.of(
            "imdb_id",
            film.imdbId(),
            "source",
            source,
            "metric_type",
            type,
            "value",
            String.valueOf(value)));
  }

  /** From 10^{@code least} for the unknown to 10^{@code least + span} for the famous, whole. */
  private double grown(double least, double span) {
    return Math.rint(StrictMath.pow(10, least + span * film.fame() / 1000));
  }

  /** From 0 for the oldest to {@code most} for the newest films. */
  private int recent(int most) {
    return (film.year() - 1920) * most / 105;
  }

  private boolean chance(int percent, FilmQuestion question) {
    return film.roll(100, question) < percent;
  }

  private int noise(int most, FilmQuestion question) {
    return film.roll(2 * most + 1, question) - most;
  }

  private static int clamp(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }
}

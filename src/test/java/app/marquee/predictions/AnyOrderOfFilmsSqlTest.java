package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Scores are a function of the set of facts, not of how they arrived. */
class AnyOrderOfFilmsSqlTest {
  private static final int FILMS = 12;
  private static final int PEOPLE = 6;
  private static final Map<FilmKind, String> HEADERS =
      Map.of(
          FilmKind.MOVIES, "imdb_id,title,release_date,import_status",
          FilmKind.METRICS, "imdb_id,source,metric_type,value",
          FilmKind.PEOPLE, "person_id,name",
          FilmKind.CREDITS, "imdb_id,person_id,credit_type,job",
          FilmKind.NOMINATIONS, "imdb_id,festival,year,category,person_id,won",
          FilmKind.LISTS, "imdb_id,list,edition");

  private static final TestDatabase database = TestDatabase.create();

  @AfterContainer
  static void drop() {
    database.close();
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void sameFactsInAnyOrderAndCuttingGiveTheSameScores(@ForAll Random random) {
    Map<FilmKind, List<String>> facts = facts(random);
    FilmsFixture inOneGo = new FilmsFixture(database);
    facts.forEach((kind, lines) -> imports(inOneGo, kind, lines));
    String scores = inOneGo.scoresByName();
    String stored = inOneGo.facts();

    FilmsFixture inPieces = new FilmsFixture(database);
    pieces(facts, random).forEach(piece -> imports(inPieces, piece.kind(), piece.lines()));

    assertThat(inPieces.facts()).isEqualTo(stored);
    assertThat(inPieces.scoresByName()).isEqualTo(scores);
    assertThat(inPieces.marks()).isZero();
  }

  private record Piece(FilmKind kind, List<String> lines) {}

  private static void imports(FilmsFixture films, FilmKind kind, List<String> lines) {
    assertThat(films.imports(kind, HEADERS.get(kind) + "\n" + String.join("\n", lines)).rejected())
        .isZero();
  }

  /** Films first, or their facts would be rejected; all else shuffled, cut and some of it twice. */
  private static List<Piece> pieces(Map<FilmKind, List<String>> facts, Random random) {
    List<Piece> pieces = new ArrayList<>();
    facts.forEach(
        (kind, lines) -> {
          List<String> shuffled = new ArrayList<>(lines);
          shuffled.addAll(lines.subList(0, lines.size() / 3));
          Collections.shuffle(shuffled, random);
          for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(20));
            pieces.add(new Piece(kind, shuffled.subList(from, to)));
            from = to;
          }
        });
    Collections.shuffle(pieces, random);
    pieces.sort((one, other) -> rank(one.kind()) - rank(other.kind()));
    return pieces;
  }

  private static int rank(FilmKind kind) {
    return kind == FilmKind.MOVIES ? 0 : 1;
  }

  private static Map<FilmKind, List<String>> facts(Random random) {
    Map<FilmKind, List<String>> facts = new EnumMap<>(FilmKind.class);
    HEADERS.keySet().forEach(kind -> facts.put(kind, new ArrayList<>()));
    for (int person = 0; person < PEOPLE; person++) {
      facts.get(FilmKind.PEOPLE).add("p%1$d,Person %1$d".formatted(person));
    }
    for (int film = 1; film <= FILMS; film++) {
      ofOneFilm("tt%07d".formatted(film), random, facts);
    }
    return facts;
  }

  private static void ofOneFilm(String id, Random random, Map<FilmKind, List<String>> facts) {
    String status = random.nextInt(5) == 0 ? "soft" : "full";
    int year = 1915 + random.nextInt(110);
    facts.get(FilmKind.MOVIES).add("%s,Film,%d-05-01,%s".formatted(id, year, status));
    for (String metric :
        List.of("imdb,rating_average", "tmdb,rating_average", "tmdb,popularity_score")) {
      if (random.nextBoolean()) {
        facts.get(FilmKind.METRICS).add(id + "," + metric + "," + random.nextInt(101) / 10.0);
      }
    }
    for (int person = 0; person < PEOPLE; person++) {
      if (random.nextInt(3) == 0) {
        facts.get(FilmKind.CREDITS).add("%s,p%d,crew,Director".formatted(id, person));
        facts.get(FilmKind.CREDITS).add("%s,p%d,cast,".formatted(id, person));
      }
      if (random.nextInt(4) == 0) {
        String nominee = random.nextBoolean() ? "p" + person : "";
        facts
            .get(FilmKind.NOMINATIONS)
            .add("%s,F,2000,best %d,%s,%s".formatted(id, person, nominee, random.nextBoolean()));
      }
    }
    for (String list : List.of("1001_movies,2021", "1001_movies,2024", "criterion,")) {
      if (random.nextBoolean()) {
        facts.get(FilmKind.LISTS).add(id + "," + list);
      }
    }
  }
}

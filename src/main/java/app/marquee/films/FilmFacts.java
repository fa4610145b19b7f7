package app.marquee.films;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Films somebody has imported. Errors: those of the database. */
public interface FilmFacts {
  /** Those of these ids that are there, in order of their ids. */
  Uni<List<FilmFact>> find(List<String> imdbIds);

  /** The best known films with this in their title; those that begin with it first. */
  Uni<List<FilmFact>> search(String title, int limit);
}

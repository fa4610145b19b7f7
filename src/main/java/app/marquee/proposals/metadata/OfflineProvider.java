package app.marquee.proposals.metadata;

import app.marquee.films.FilmFact;
import app.marquee.films.FilmFacts;
import app.marquee.proposals.metadata.ProviderAnswer.Found;
import app.marquee.proposals.metadata.ProviderAnswer.Unknown;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The films somebody has imported: neither complete nor new, but always there. */
final class OfflineProvider implements MetadataProvider {
  static final String NAME = "offline";

  private static final int AT_ONCE = 100;
  private static final int SECONDS = 60;

  private final FilmFacts facts;
  private final int hits;

  OfflineProvider(FilmFacts facts, int hits) {
    this.facts = facts;
    this.hits = hits;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public Uni<Map<String, ProviderAnswer>> ask(List<String> imdbIds) {
    return facts
        .find(imdbIds)
        .map(
            found -> {
              Map<String, ProviderAnswer> answers = new HashMap<>();
              imdbIds.forEach(id -> answers.put(id, new Unknown()));
              found.stream()
                  .filter(fact -> clean(fact.title()) != null)
                  .forEach(fact -> answers.put(fact.imdbId(), new Found(film(fact))));
              return answers;
            });
  }

  @Override
  public Uni<Optional<List<SearchHit>>> search(String title) {
    return facts
        .search(title, hits)
        .map(
            found ->
                Optional.of(
                    found.stream()
                        .map(fact -> new SearchHit(fact.imdbId(), fact.title(), fact.year()))
                        .toList()));
  }

  private static FilmMetadata film(FilmFact fact) {
    Double rating = fact.imdbRating();
    return new FilmMetadata(
        clean(fact.title()),
        clean(fact.originalTitle()),
        fact.year(),
        fact.overview() == null ? null : Told.plot(TextNode.valueOf(fact.overview())),
        fact.runtime() == null ? null : fact.runtime() * SECONDS,
        List.of(),
        TmdbFormat.poster(fact.posterPath()),
        rating,
        rating == null ? null : fact.imdbVotes(),
        rating == null ? null : "imdb",
        fact.metascore());
  }

  private static String clean(String title) {
    return title == null ? null : Told.title(TextNode.valueOf(title));
  }
}

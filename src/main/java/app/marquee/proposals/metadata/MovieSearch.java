package app.marquee.proposals.metadata;

import app.marquee.db.Sql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Films by their title, as the first provider that finds any tells of them. Answers are held in
 * memory for a while since they were asked for; of many that ask the same at once one asks a
 * provider.
 */
@Singleton
class MovieSearch {
  private static final Sql MARKS = Sql.of("proposals/proposal_marks.sql");

  private final Providers providers;
  private final Pool pool;
  private final Cache<String, CompletableFuture<Found>> cache;

  MovieSearch(Providers providers, Pool pool, Clock clock, MetadataConfig config) {
    this.providers = providers;
    this.pool = pool;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(config.search().cachedQueries())
            .expireAfterWrite(config.search().cachedFor())
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /**
   * What a provider found.
   *
   * @param provider null if nobody found any
   */
  record Found(String provider, List<SearchHit> hits) {}

  private static final Found NOBODY_ANSWERED = new Found(null, List.of());

  /** A proposal of a film. */
  record Mark(long id, String status) {}

  /** No provider can say now. */
  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Errors: {@link Unavailable}, and those of our own database. */
  Uni<Found> find(String title) {
    String query = title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    CompletableFuture<Found> answer =
        cache.get(query, same -> ask(same).subscribeAsCompletionStage());
    CompletableFuture<Found> settled =
        answer.whenComplete((found, failure) -> forgetUnlessTold(query, answer, found));
    // Whoever leaves must not take the answer from those who asked the same: each waits for a copy.
    return Uni.createFrom()
        .completionStage(() -> settled.thenApply(Function.identity()))
        .onItem()
        .transformToUni(
            found ->
                found == NOBODY_ANSWERED
                    ? Uni.createFrom().failure(Unavailable::new)
                    : Uni.createFrom().item(found));
  }

  private void forgetUnlessTold(String query, CompletableFuture<Found> answer, Found found) {
    if (found == null || found == NOBODY_ANSWERED) {
      cache.asMap().remove(query, answer);
    }
  }

  /** The proposals of some films, watched ones too, by film. */
  Uni<Map<String, Mark>> marks(List<SearchHit> hits) {
    String[] ids = hits.stream().map(SearchHit::imdbId).toArray(String[]::new);
    return MARKS
        .on(pool, Map.of("ids", ids))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .collect(Collectors.toMap(row -> row.getString("imdb_id"), MovieSearch::mark)));
  }

  private Uni<Found> ask(String query) {
    return next(providers.chain().iterator(), query, false);
  }

  private Uni<Found> next(Iterator<MetadataProvider> left, String query, boolean answered) {
    if (!left.hasNext()) {
      return answered
          ? Uni.createFrom().item(new Found(null, List.of()))
          : Uni.createFrom().item(NOBODY_ANSWERED);
    }
    MetadataProvider provider = left.next();
    return provider
        .search(query)
        .chain(
            hits ->
                hits.map(List::isEmpty).orElse(true)
                    ? next(left, query, answered || hits.isPresent())
                    : Uni.createFrom().item(found(provider, hits)));
  }

  private static Found found(MetadataProvider provider, Optional<List<SearchHit>> hits) {
    return new Found(provider.name(), hits.orElseThrow().stream().limit(Providers.HITS).toList());
  }

  private static Mark mark(Row row) {
    return new Mark(row.getLong("proposal_id"), row.getString("status"));
  }
}

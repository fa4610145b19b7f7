package app.marquee.proposals.posters;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The posters in the database. Errors: those of the client. */
@ApplicationScoped
class PosterShelf {
  private static final Sql FIND = Sql.of("posters/find_picture.sql");
  private static final Sql CLAIM = Sql.of("posters/claim.sql");
  private static final Sql STORE = Sql.of("posters/store.sql");
  private static final Sql REMEMBER_FAILURE = Sql.of("posters/remember_failure.sql");
  private static final Sql TOUCH = Sql.of("posters/touch.sql");
  private static final Sql DROP = Sql.of("posters/drop.sql");
  private static final String IMDB_ID = "imdb_id";
  private static final String NOW = "now";

  private final Pool pool;
  private final Clock clock;

  PosterShelf(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * What a request finds.
   *
   * @param due whether the poster is to be fetched, and nobody does yet
   * @param firstUseToday whether today has not been noted yet
   */
  record Found(Optional<Picture> picture, boolean due, boolean firstUseToday) {}

  /**
   * The right to fetch a poster, until its lease ends.
   *
   * @param failures in a row, of this address
   */
  record Claim(String imdbId, String owner, String url, int failures) {}

  Uni<Found> find(String imdbId, PosterSize size) {
    return FIND.on(pool, Map.of(IMDB_ID, imdbId, "size", size.word(), NOW, clock.instant()))
        .map(rows -> found(rows.iterator().next()));
  }

  private static Found found(Row row) {
    return new Found(
        Optional.ofNullable(row.getBuffer("bytes"))
            .map(bytes -> picture(row, bytes.getDelegate().getBytes())),
        row.getBoolean("due"),
        row.getBoolean("first_use_today"));
  }

  private static Picture picture(Row row, byte[] bytes) {
    return new Picture(
        row.getString("content_type"),
        row.getInteger("width"),
        row.getInteger("height"),
        row.getString("etag"),
        bytes);
  }

  /** Empty if it is not due or not wanted, or somebody else fetches it. */
  Uni<Optional<Claim>> claim(String imdbId, String owner, Duration lease) {
    return CLAIM
        .on(
            pool,
            Map.of(
                IMDB_ID,
                imdbId,
                "owner",
                owner,
                "lease",
                (double) lease.toSeconds(),
                NOW,
                clock.instant()))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(claim(imdbId, owner, rows.iterator().next())));
  }

  private static Claim claim(String imdbId, String owner, Row row) {
    return new Claim(imdbId, owner, row.getString("attempted_url"), row.getInteger("failures"));
  }

  /** False if the lease is lost, and nothing was stored. */
  Uni<Boolean> store(Claim claim, Map<PosterSize, Picture> pictures, Instant next) {
    Map<String, Object> binds = binds(claim, next);
    binds.put(NOW, clock.instant());
    binds.put("sizes", pictures.keySet().stream().map(PosterSize::word).toArray(String[]::new));
    Collection<Picture> made = pictures.values();
    binds.put("types", column(made, Picture::contentType, new String[0]));
    binds.put("widths", column(made, Picture::width, new Integer[0]));
    binds.put("heights", column(made, Picture::height, new Integer[0]));
    binds.put("etags", column(made, Picture::etag, new String[0]));
    binds.put("pictures", column(made, one -> Buffer.buffer(one.bytes()), new Buffer[0]));
    return STORE.on(pool, binds).map(PosterShelf::touchesSomething);
  }

  private static <T> T[] column(
      Collection<Picture> pictures, Function<Picture, T> value, T[] type) {
    return pictures.stream().map(value).toList().toArray(type);
  }

  /**
   * False if the lease is lost.
   *
   * @param state null: as it was
   */
  Uni<Boolean> rememberFailure(
      Claim claim, NoPoster.State state, String error, int failures, Instant next) {
    Map<String, Object> binds = binds(claim, next);
    binds.put("state", state == null ? null : state.name());
    binds.put("error", error);
    binds.put("failures", failures);
    return REMEMBER_FAILURE.on(pool, binds).map(PosterShelf::touchesSomething);
  }

  private static Map<String, Object> binds(Claim claim, Instant next) {
    Map<String, Object> binds = new HashMap<>();
    binds.put(IMDB_ID, claim.imdbId());
    binds.put("owner", claim.owner());
    binds.put("next", next);
    return binds;
  }

  private static boolean touchesSomething(RowSet<Row> rows) {
    return rows.rowCount() > 0;
  }

  Uni<Void> touch(String imdbId) {
    return TOUCH.on(pool, Map.of(IMDB_ID, imdbId, NOW, clock.instant())).replaceWithVoid();
  }

  /** False if there was none. */
  Uni<Boolean> drop(SqlClient connection, String imdbId) {
    return DROP.on(connection, Map.of(IMDB_ID, imdbId)).map(PosterShelf::touchesSomething);
  }
}

package app.marquee.security;

import app.marquee.db.Sha256;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The valid tokens, read anew at most every few seconds: polling with one costs no query each time,
 * guessing costs none at all, and a revoked one ends within {@link #REREAD_AFTER}.
 */
@Singleton
public class ApiTokens {
  static final Duration REREAD_AFTER = Duration.ofSeconds(5);

  // While the database is away, whoever looks after it must still be let in to see so.
  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Sql ACTIVE = Sql.of("security/active_tokens.sql");
  private static final Sql AN_ADMIN = Sql.of("security/is_there_an_admin.sql");
  private static final Sql REVOKE_OTHERS = Sql.of("security/revoke_other_tokens.sql");
  private static final Sql ADMIT = Sql.of("security/admit_token.sql");

  private final Pool pool;
  private final Clock clock;
  private final TokenUses uses;
  private volatile Reading last = new Reading(List.of(), Instant.EPOCH);

  private record Reading(List<ApiToken> tokens, Instant readAt) {
    /** A clock that was set back has not gone through the time since. */
    boolean isYoungerThan(Duration age, Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(age));
    }
  }

  ApiTokens(Pool pool, Clock clock, TokenUses uses) {
    this.pool = pool;
    this.clock = clock;
    this.uses = uses;
  }

  /** The valid token of that secret. */
  Uni<Optional<ApiToken>> find(String secret) {
    String hash = Sha256.hex(secret);
    return active()
        .map(tokens -> tokens.stream().filter(t -> t.hasHash(hash)).findFirst())
        .invoke(found -> found.ifPresent(uses::note));
  }

  /** Whether anybody may administer: by a token, or as a member. Errors: those of the database. */
  public Uni<Boolean> anyAdmin() {
    return AN_ADMIN
        .on(pool, Map.of("now", clock.instant()))
        .map(rows -> rows.iterator().next().getBoolean("admin"));
  }

  /** Makes the token valid and ends others of its name. */
  Uni<Void> admit(ApiToken token) {
    Map<String, String> values =
        Map.of("name", token.name(), "role", token.role(), "hash", token.hash());
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(REVOKE_OTHERS.statement())
                    .execute(REVOKE_OTHERS.bindFrom(values))
                    .chain(
                        () ->
                            connection
                                .preparedQuery(ADMIT.statement())
                                .execute(ADMIT.bind(values))))
        .invoke(this::forget)
        .replaceWithVoid();
  }

  /** Has the tokens read anew at the next use of one, as somebody has just changed them. */
  void forget() {
    last = new Reading(List.of(), Instant.EPOCH);
  }

  private Uni<List<ApiToken>> active() {
    Reading known = last;
    Instant now = clock.instant();
    if (known.isYoungerThan(REREAD_AFTER, now)) {
      return Uni.createFrom().item(known.tokens());
    }
    return ACTIVE
        .on(pool, Map.of("now", now))
        .map(ApiTokens::tokens)
        .invoke(tokens -> last = new Reading(tokens, now))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure(unread -> known.isYoungerThan(REREAD_AFTER.plus(GRACE), now))
        .recoverWithItem(known.tokens());
  }

  private static List<ApiToken> tokens(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                new ApiToken(
                    row.getString("name"),
                    row.getString("role"),
                    row.getString("token_hash"),
                    row.getLong("member_id")))
        .toList();
  }
}

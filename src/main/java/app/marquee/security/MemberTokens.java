package app.marquee.security;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The tokens by which programs act for a member. */
@Singleton
class MemberTokens {
  static final int MOST = 20;

  private static final Sql LIST = Sql.of("security/member_tokens.sql");
  private static final Sql LOCK = Sql.of("security/lock_member.sql");
  private static final Sql END_NAMESAKE = Sql.of("security/revoke_token_of_name.sql");
  private static final Sql ADD = Sql.of("security/add_member_token.sql");
  private static final Sql REVOKE = Sql.of("security/revoke_member_token.sql");

  private final Pool pool;
  private final Clock clock;
  private final ApiTokens tokens;
  private final AuditLog audit;

  MemberTokens(Pool pool, Clock clock, ApiTokens tokens, AuditLog audit) {
    this.pool = pool;
    this.clock = clock;
    this.tokens = tokens;
    this.audit = audit;
  }

  /** A token as its member may see it again. */
  record Token(long id, String name, Instant createdAt) {}

  Uni<List<Token>> of(long memberId) {
    return LIST.on(pool, Map.of("member_id", memberId))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(MemberTokens::token).toList());
  }

  private static Token token(Row row) {
    return new Token(
        row.getLong("token_id"),
        row.getString("name"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  /** Makes one of that secret, in place of one of its name; empty if there are {@link #MOST}. */
  Uni<Optional<Token>> add(Caller member, String name, String secret) {
    return pool.withTransaction(connection -> add(connection, member, name, secret))
        .invoke(tokens::forget);
  }

  private Uni<Optional<Token>> add(
      SqlConnection connection, Caller member, String name, String secret) {
    Instant now = clock.instant();
    Map<String, Object> token =
        Map.of(
            "member_id",
            member.memberId(),
            "name",
            name,
            "hash",
            ApiToken.of(name, Roles.MEMBER, secret).hash(),
            "now",
            now);
    return connection
        .preparedQuery(LOCK.statement())
        .execute(LOCK.bindFrom(token))
        .chain(
            () ->
                connection
                    .preparedQuery(END_NAMESAKE.statement())
                    .execute(END_NAMESAKE.bindFrom(token)))
        .chain(() -> of(connection, member))
        .chain(
            held ->
                held >= MOST
                    ? Uni.createFrom().item(Optional.empty())
                    : ADD.on(connection, token)
                        .map(rows -> rows.iterator().next().getLong("token_id"))
                        .call(id -> note(connection, member, "token-made", id, name))
                        .map(id -> Optional.of(new Token(id, name, now))));
  }

  private Uni<Integer> of(SqlConnection connection, Caller member) {
    return LIST.on(connection, Map.of("member_id", member.memberId())).map(rows -> rows.rowCount());
  }

  /** False if the member has no such token. */
  Uni<Boolean> revoke(Caller member, long id) {
    return pool.withTransaction(
            connection ->
                REVOKE
                    .on(
                        connection,
                        Map.of(
                            "member_id", member.memberId(), "token_id", id, "now", clock.instant()))
                    .call(
                        rows ->
                            rows.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : note(
                                    connection,
                                    member,
                                    "token-revoked",
                                    id,
                                    rows.iterator().next().getString("name"))))
        .invoke(tokens::forget)
        .map(rows -> rows.rowCount() > 0);
  }

  private Uni<Void> note(
      SqlConnection connection, Caller member, String action, long id, String name) {
    return audit.record(
        connection, member, AuditLog.Entry.of(action, "token " + id).with("name", name));
  }
}

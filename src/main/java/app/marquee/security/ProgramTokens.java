package app.marquee.security;

import app.marquee.db.Sql;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The tokens of programs, made and ended by admins. */
@Singleton
class ProgramTokens {
  static final int LISTED = 500;

  private static final Sql LIST = Sql.of("security/program_tokens.sql");
  private static final Sql END_EXPIRED = Sql.of("security/end_expired_token.sql");
  private static final Sql ADD = Sql.of("security/add_program_token.sql");
  private static final Sql REVOKE = Sql.of("security/revoke_program_token.sql");
  private static final Sql LOCK_ADMINS = Sql.of("security/lock_admins.sql");
  private static final Sql AN_ADMIN_REMAINS = Sql.of("security/an_admin_remains.sql");

  private final Pool pool;
  private final Clock clock;
  private final ApiTokens tokens;
  private final AuditLog audit;

  ProgramTokens(Pool pool, Clock clock, ApiTokens tokens, AuditLog audit) {
    this.pool = pool;
    this.clock = clock;
    this.tokens = tokens;
    this.audit = audit;
  }

  /**
   * A token as an admin may see it again.
   *
   * @param createdBy null for one the environment brought
   * @param expiresAt null if it does not end by itself
   * @param lastUsedAt to the minute; null if it never was
   * @param revokedAt null while it is not revoked
   */
  record Token(
      long id,
      String name,
      String role,
      Instant createdAt,
      String createdBy,
      Instant expiresAt,
      Instant lastUsedAt,
      Instant revokedAt) {}

  /** The newest {@link #LISTED}, newest first. */
  Uni<List<Token>> list() {
    return LIST.on(pool, Map.of("limit", LISTED))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(ProgramTokens::token).toList());
  }

  private static Token token(Row row) {
    return new Token(
        row.getLong("token_id"),
        row.getString("name"),
        row.getString("role"),
        instant(row, "created_at"),
        row.getString("created_by"),
        instant(row, "expires_at"),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }

  /** Makes one of that secret; {@code life} may be null. Empty if a valid one has the name. */
  Uni<Optional<Token>> add(Caller admin, String name, String role, Duration life, String secret) {
    Instant now = clock.instant();
    Instant end = life == null ? null : now.plus(life);
    Map<String, Object> values = new HashMap<>();
    values.put("name", name);
    values.put("role", role);
    values.put("hash", ApiToken.of(name, role, secret).hash());
    values.put("created_by", admin.name());
    values.put("now", now);
    values.put("expires_at", end);
    return pool.withTransaction(
            connection ->
                END_EXPIRED
                    .on(connection, Map.of("name", name, "now", now))
                    .chain(() -> ADD.on(connection, values))
                    .map(rows -> rows.rowCount() == 0 ? null : rows.iterator().next())
                    .onItem()
                    .ifNotNull()
                    .call(row -> noteMade(connection, admin, row, values)))
        .invoke(tokens::forget)
        .map(Optional::ofNullable)
        .map(
            added ->
                added.map(
                    row ->
                        new Token(
                            row.getLong("token_id"),
                            name,
                            role,
                            now,
                            admin.name(),
                            end,
                            null,
                            null)));
  }

  private Uni<Void> noteMade(
      SqlConnection connection, Caller admin, Row row, Map<String, Object> values) {
    AuditLog.Entry entry =
        AuditLog.Entry.of("token-made", "token " + row.getLong("token_id"))
            .with("name", values.get("name"))
            .with("role", values.get("role"));
    Object end = values.get("expires_at");
    return audit.record(
        connection, admin, end == null ? entry : entry.with("expires_at", end.toString()));
  }

  /**
   * False if there is no such token, or it was ended before. Errors: a problem 403 if nobody would
   * be left who may administer, and nothing is changed.
   */
  Uni<Boolean> revoke(Caller admin, long id) {
    return pool.withTransaction(connection -> revoke(connection, admin, id)).invoke(tokens::forget);
  }

  private Uni<Boolean> revoke(SqlConnection connection, Caller admin, long id) {
    return LOCK_ADMINS
        .on(connection, Map.of())
        .chain(() -> REVOKE.on(connection, Map.of("token_id", id, "now", clock.instant())))
        .chain(
            rows ->
                rows.rowCount() == 0
                    ? Uni.createFrom().item(false)
                    : AN_ADMIN_REMAINS
                        .on(connection, Map.of())
                        .invoke(remains -> requireAnAdmin(remains.iterator().next()))
                        .chain(() -> noteRevoked(connection, admin, id, rows.iterator().next()))
                        .replaceWith(true));
  }

  static void requireAnAdmin(Row row) {
    if (!row.getBoolean("remains")) {
      throw Problem.of(ProblemCode.FORBIDDEN, "nobody would be left who may administer")
          .asException();
    }
  }

  private Uni<Void> noteRevoked(SqlConnection connection, Caller admin, long id, Row row) {
    return audit.record(
        connection,
        admin,
        AuditLog.Entry.of("token-revoked", "token " + id)
            .with("name", row.getString("name"))
            .with("role", row.getString("role")));
  }
}

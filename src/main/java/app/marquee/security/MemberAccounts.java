package app.marquee.security;

import app.marquee.db.Sql;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Members as an admin sees and changes them. */
@Singleton
class MemberAccounts {
  private static final Sql LIST = Sql.of("security/list_members.sql");
  private static final Sql COUNT = Sql.of("security/count_members.sql");
  private static final Sql FIND = Sql.of("security/member_account.sql");
  private static final Sql LOCK_ADMINS = Sql.of("security/lock_admins.sql");
  private static final Sql EDIT = Sql.of("security/edit_member.sql");
  private static final Sql SET_LIMIT = Sql.of("security/set_proposal_limit.sql");
  private static final Sql CLEAR_LIMIT = Sql.of("security/clear_proposal_limit.sql");
  private static final Sql AN_ADMIN_REMAINS = Sql.of("security/an_admin_remains.sql");

  private final Pool pool;
  private final Passwords passwords;
  private final ApiTokens tokens;
  private final AuditLog audit;

  MemberAccounts(Pool pool, Passwords passwords, ApiTokens tokens, AuditLog audit) {
    this.pool = pool;
    this.passwords = passwords;
    this.tokens = tokens;
    this.audit = audit;
  }

  /**
   * One of them.
   *
   * @param proposalLimit null where the usual one holds
   */
  record Account(
      long id,
      String name,
      String role,
      boolean active,
      Instant createdAt,
      Integer proposalLimit) {}

  /** A stretch of all there are. */
  record Page(int total, List<Account> accounts) {}

  /** Those whose name holds {@code q}, which may be null. */
  Uni<Page> list(String q, int limit, int offset) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("q", q);
    binds.put("limit", limit);
    binds.put("offset", offset);
    return pool.preparedQuery(COUNT.statement())
        .execute(COUNT.bindFrom(binds))
        .map(rows -> rows.iterator().next().getInteger("total"))
        .chain(
            total ->
                LIST.on(pool, binds)
                    .map(
                        rows ->
                            new Page(
                                total,
                                StreamSupport.stream(rows.spliterator(), false)
                                    .map(MemberAccounts::account)
                                    .toList())));
  }

  /** Errors: a problem 404 if there is no such member. */
  Uni<Account> find(long id) {
    return FIND.on(pool, Map.of("member_id", id))
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw unknown();
              }
              return account(rows.iterator().next());
            });
  }

  static RuntimeException unknown() {
    return Problem.of(ProblemCode.MEMBER_UNKNOWN, "GET /api/admin/members lists them")
        .asException();
  }

  /**
   * The member as they are afterwards. Errors: a problem 403 if nobody would be left who may
   * administer, and nothing is changed.
   */
  Uni<Account> edit(Caller admin, long id, MemberEdit edit) {
    Uni<String> hash =
        edit.password() == null ? Uni.createFrom().nullItem() : passwords.hash(edit.password());
    return hash.chain(
            hashed ->
                pool.withTransaction(connection -> write(connection, admin, id, edit, hashed)))
        .invoke(tokens::forget)
        .chain(() -> find(id));
  }

  private Uni<Void> write(
      SqlConnection connection, Caller admin, long id, MemberEdit edit, String hash) {
    Map<String, Object> change = new HashMap<>();
    change.put("member_id", id);
    change.put("role", edit.role());
    change.put("active", edit.active());
    change.put("hash", hash);
    return LOCK_ADMINS
        .on(connection, Map.of())
        .chain(() -> EDIT.on(connection, change))
        .chain(() -> limit(connection, id, edit))
        .chain(() -> AN_ADMIN_REMAINS.on(connection, Map.of()))
        .invoke(rows -> ProgramTokens.requireAnAdmin(rows.iterator().next()))
        .chain(() -> audit.record(connection, admin, edit.entry(id)));
  }

  private static Uni<Void> limit(SqlConnection connection, long id, MemberEdit edit) {
    if (!edit.limits()) {
      return Uni.createFrom().voidItem();
    }
    return (edit.proposalLimit() == null
            ? CLEAR_LIMIT.on(connection, Map.of("member_id", id))
            : SET_LIMIT.on(connection, Map.of("member_id", id, "max_open", edit.proposalLimit())))
        .replaceWithVoid();
  }

  private static Account account(Row row) {
    return new Account(
        row.getLong("member_id"),
        row.getString("name"),
        row.getString("role"),
        row.getBoolean("active"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getInteger("max_open"));
  }
}

package app.marquee.security;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Map;

/** Members give themselves another password, who know the present one. */
@Singleton
class PasswordChange {
  private static final Sql PRESENT = Sql.of("security/password_of_member.sql");
  private static final Sql CHANGE = Sql.of("security/change_password.sql");

  private final Pool pool;
  private final Passwords passwords;
  private final AuditLog audit;
  private final Attempts attempts;
  private final Allowance perMember;

  PasswordChange(
      Pool pool, Passwords passwords, AuditLog audit, Attempts attempts, MembersConfig config) {
    this.pool = pool;
    this.passwords = passwords;
    this.audit = audit;
    this.attempts = attempts;
    perMember = new Allowance("old-password", config.loginAttempts(), config.loginAttemptEvery());
  }

  /** What came of it. */
  sealed interface Outcome permits Changed, WrongPassword, TooMany {}

  /** All sessions have ended; this one begins. */
  record Changed(Session session) implements Outcome {}

  record WrongPassword() implements Outcome {}

  record TooMany(Balance balance) implements Outcome {}

  Uni<Outcome> change(Caller member, String old, String wanted) {
    String key = String.valueOf(member.memberId());
    return attempts
        .spend(perMember, key)
        .chain(
            balance ->
                balance.spent()
                    ? check(member, old, wanted)
                    : Uni.createFrom().item(new TooMany(balance)))
        .call(
            outcome ->
                outcome instanceof Changed
                    ? attempts.forget(perMember, key)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Outcome> check(Caller member, String old, String wanted) {
    return PRESENT
        .on(pool, Map.of("member_id", member.memberId()))
        .map(PasswordChange::hash)
        .chain(
            present ->
                passwords
                    .matches(old, present)
                    .chain(right -> right ? write(member, wanted, present) : wrong()));
  }

  private static String hash(RowSet<Row> rows) {
    return rows.rowCount() == 0 ? null : rows.iterator().next().getString("password_hash");
  }

  private static Uni<Outcome> wrong() {
    return Uni.createFrom().item(new WrongPassword());
  }

  // Of two changes at once only the first finds the hash it has checked.
  private Uni<Outcome> write(Caller member, String wanted, String present) {
    return passwords
        .hash(wanted)
        .map(
            hash ->
                Map.<String, Object>of(
                    "member_id", member.memberId(), "hash", hash, "old_hash", present))
        .chain(
            change ->
                pool.withTransaction(
                    connection ->
                        CHANGE
                            .on(connection, change)
                            .chain(
                                rows ->
                                    rows.rowCount() == 0
                                        ? wrong()
                                        : note(connection, member, rows.iterator().next()))));
  }

  private Uni<Outcome> note(SqlConnection connection, Caller member, Row row) {
    return audit
        .record(
            connection,
            member,
            AuditLog.Entry.of("password-changed", "member " + member.memberId()))
        .replaceWith(new Changed(new Session(member.memberId(), row.getInteger("session_epoch"))));
  }
}

package app.marquee.security;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Lets people become members. */
@Singleton
class Registrations {
  private static final Sql REGISTER = Sql.of("security/register_member.sql");

  private final Pool pool;
  private final Clock clock;
  private final Attempts attempts;
  private final Passwords passwords;
  private final AuditLog audit;
  private final MembersConfig config;
  private final Allowance perAddress;

  Registrations(
      Pool pool,
      Clock clock,
      Attempts attempts,
      Passwords passwords,
      AuditLog audit,
      MembersConfig config) {
    this.pool = pool;
    this.clock = clock;
    this.attempts = attempts;
    this.passwords = passwords;
    this.audit = audit;
    this.config = config;
    perAddress =
        new Allowance(
            "register", config.registrationsPerAddress(), config.registrationPerAddressEvery());
  }

  /** What came of it. */
  sealed interface Outcome permits Registered, NameTaken, Closed, TooMany {}

  record Registered(long memberId) implements Outcome {}

  record NameTaken() implements Outcome {}

  record Closed() implements Outcome {}

  record TooMany(Balance balance) implements Outcome {}

  /** Of a name and a password that have no fault. */
  Uni<Outcome> register(String name, String password, String address) {
    if (config.registration() == MembersConfig.Registration.CLOSED) {
      return Uni.createFrom().item(new Closed());
    }
    return attempts
        .spend(perAddress, address)
        .chain(
            balance ->
                !balance.spent()
                    ? Uni.createFrom().item(new TooMany(balance))
                    : passwords.hash(password).chain(hash -> add(name, hash)));
  }

  private Uni<Outcome> add(String name, String hash) {
    Map<String, Object> member = Map.of("name", name, "hash", hash, "now", clock.instant());
    return pool.withTransaction(
        connection ->
            REGISTER
                .on(connection, member)
                .chain(
                    rows ->
                        rows.rowCount() == 0
                            ? Uni.createFrom().item(new NameTaken())
                            : note(connection, name, rows.iterator().next().getLong("member_id"))));
  }

  private Uni<Outcome> note(SqlConnection connection, String name, long id) {
    return audit
        .record(
            connection, new Caller(name, id, false), AuditLog.Entry.of("register", "member " + id))
        .replaceWith(new Registered(id));
  }
}

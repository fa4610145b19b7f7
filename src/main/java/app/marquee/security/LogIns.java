package app.marquee.security;

import app.marquee.db.Sha256;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Names and passwords, and how often they are tried. What is told to whoever tries, and how long it
 * takes, is the same whether there is a member of the name or not.
 */
@Singleton
class LogIns {
  private static final Sql FIND = Sql.of("security/member_to_log_in.sql");
  private static final Sql REMEMBER_PLACE = Sql.of("security/remember_place.sql");
  private static final Duration PLACES_KNOWN_FOR = Duration.ofDays(180);

  /** How often the log tells that a name is being guessed. */
  private static final Allowance TOLD = new Allowance("told", 1, Duration.ofMinutes(15));

  private final Pool pool;
  private final Clock clock;
  private final Attempts attempts;
  private final Passwords passwords;
  private final AuditLog audit;
  private final Allowance perName;
  private final Allowance perAddress;

  LogIns(
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
    perName = new Allowance("login", config.loginAttempts(), config.loginAttemptEvery());
    perAddress =
        new Allowance(
            "login-address",
            config.loginAttemptsPerAddress(),
            config.loginAttemptPerAddressEvery());
  }

  /** What came of an attempt. */
  sealed interface Outcome permits LoggedIn, Wrong, TooMany {}

  record LoggedIn(String name, String role, Session session) implements Outcome {}

  /** There is no such member, or it is another password; nobody is told which. */
  record Wrong(Balance balance) implements Outcome {}

  record TooMany(Balance balance) implements Outcome {}

  /** Somebody at an address tries a name and a password. */
  private record Try(String name, String password, String address) {
    /** By what the name is counted: strangers together, and each place the member is known at. */
    String key(Optional<Row> member) {
      boolean atHome = member.map(row -> row.getBoolean("at_home")).orElse(false);
      return Sha256.hex(name.toLowerCase(Locale.ROOT) + (atHome ? "@" + address : ""));
    }
  }

  Uni<Outcome> attempt(String name, String password, String address) {
    Try given = new Try(MemberName.normal(name), password, address);
    return attempts
        .spend(perAddress, address)
        .chain(balance -> balance.spent() ? count(given) : refused(given, balance));
  }

  private Uni<Outcome> count(Try given) {
    return find(given)
        .chain(
            member ->
                attempts
                    .spend(perName, given.key(member))
                    .chain(
                        balance ->
                            balance.spent()
                                ? check(given, member, balance)
                                : refused(given, balance)));
  }

  // No name has control characters, and no text in the database a zero.
  private Uni<Optional<Row>> find(Try given) {
    if (given.name().codePoints().anyMatch(Character::isISOControl)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return FIND.on(
            pool, Map.of("name", given.name(), "address", given.address(), "now", clock.instant()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
  }

  private Uni<Outcome> check(Try given, Optional<Row> member, Balance balance) {
    String hash = member.map(row -> row.getString("password_hash")).orElse(null);
    return passwords
        .matches(given.password(), hash)
        .chain(
            right ->
                right
                    ? admit(given, member.orElseThrow())
                    : Uni.createFrom().item(new Wrong(balance)));
  }

  private Uni<Outcome> admit(Try given, Row member) {
    Session session = new Session(member.getLong("member_id"), member.getInteger("session_epoch"));
    LoggedIn done = new LoggedIn(member.getString("name"), member.getString("role"), session);
    return attempts
        .forget(perName, given.key(Optional.of(member)))
        .chain(() -> attempts.giveBack(perAddress, given.address()))
        .chain(() -> pool.withTransaction(connection -> note(connection, done, given.address())))
        .replaceWith(done);
  }

  private Uni<Void> note(SqlConnection connection, LoggedIn done, String address) {
    long id = done.session().memberId();
    return REMEMBER_PLACE
        .on(
            connection,
            Map.of(
                "member_id",
                id,
                "address",
                address,
                "until",
                clock.instant().plus(PLACES_KNOWN_FOR)))
        .chain(
            () ->
                audit.record(
                    connection,
                    new Caller(done.name(), id, false),
                    AuditLog.Entry.of("login", "member " + id)));
  }

  // Once in a while: whoever guesses must not fill the log.
  private Uni<Outcome> refused(Try given, Balance balance) {
    return attempts
        .spend(TOLD, given.address())
        .chain(
            told ->
                told.spent()
                    ? audit.record(
                        pool,
                        AuditLog.Entry.of("login-refused", null).with("address", given.address()))
                    : Uni.createFrom().voidItem())
        .replaceWith(new TooMany(balance));
  }
}

package app.marquee.security;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Who did what to what, and when: written in the transaction that did it. */
@Singleton
public class AuditLog {
  private static final Sql RECORD = Sql.of("security/record_audit.sql");

  private final Clock clock;

  AuditLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * Something that was done.
   *
   * @param action a slug such as {@code proposal-watched}
   * @param subject kind and id, such as {@code proposal 12}; null if it was done to nothing
   * @param hidden whether nobody is told yet, such as of a vote before its round closes
   */
  public record Entry(String action, String subject, JsonObject details, boolean hidden) {
    public static Entry of(String action, String subject) {
      return new Entry(action, subject, new JsonObject(), false);
    }

    /** The same, done to this. */
    public Entry to(String other) {
      return new Entry(action, other, details, hidden);
    }

    public Entry with(String detail, Object value) {
      return new Entry(action, subject, details.copy().put(detail, value), hidden);
    }

    public Entry hidden(boolean so) {
      return new Entry(action, subject, details, so);
    }
  }

  /** Somebody did it. Errors: those of the client. */
  public Uni<Void> record(SqlClient connection, Caller caller, Entry entry) {
    return record(connection, caller.name(), caller.memberId(), entry);
  }

  /** The service did it by itself. Errors: those of the client. */
  public Uni<Void> record(SqlClient connection, Entry entry) {
    return record(connection, "system", null, entry);
  }

  private Uni<Void> record(SqlClient connection, String actor, Long memberId, Entry entry) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("now", clock.instant());
    binds.put("actor", actor);
    binds.put("member_id", memberId);
    binds.put("action", entry.action());
    binds.put("subject", entry.subject());
    binds.put("details", entry.details().encode());
    binds.put("hidden", entry.hidden());
    return RECORD.on(connection, binds).replaceWithVoid();
  }
}

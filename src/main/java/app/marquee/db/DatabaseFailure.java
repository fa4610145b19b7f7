package app.marquee.db;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;

/**
 * The failures of a database that is away, overloaded or refuses a statement: the ones callers may
 * recover from.
 */
public final class DatabaseFailure {
  private static final String DEADLOCK = "40P01";
  private static final String NOT_SERIALIZABLE = "40001";

  private DatabaseFailure() {}

  /** Whether it is one of them; anything else is a defect and must not be swallowed. */
  public static boolean is(Throwable failure) {
    if (failure instanceof CompositeException several) {
      return several.getCauses().stream().allMatch(DatabaseFailure::is);
    }
    return failure instanceof DatabaseException
        || failure instanceof IOException
        || failure instanceof VertxException
        || failure instanceof NoStackTraceThrowable
        || failure instanceof TimeoutException;
  }

  /** Whether this transaction lost against another one, by a deadlock or by what both wrote. */
  public static boolean lostAgainstAnother(Throwable failure) {
    return isDeadlock(failure)
        || failure instanceof DatabaseException refused
            && NOT_SERIALIZABLE.equals(refused.getSqlState());
  }

  /** Whether this transaction was given up so that another could go on; it may be repeated. */
  public static boolean isDeadlock(Throwable failure) {
    return failure instanceof DatabaseException refused && DEADLOCK.equals(refused.getSqlState());
  }
}

package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import io.smallrye.mutiny.CompositeException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;

/**
 * A server whose snapshots builds are made from.
 *
 * @param shared whether several connections can read one snapshot; else a run builds on one
 * @param replica whether it follows another server, which may end its statements
 */
record Site(Pool pool, boolean shared, boolean replica) {
  private static final String CANCELED = "57014";
  private static final String CONFLICT = "conflict with recovery";
  private static final String NOT_SERIALIZABLE = "40001";
  // Operator intervention, connections, resources, the system: not the statement's fault.
  private static final String OF_THE_SERVER = "(57P|08|53|58|XX).*";

  /** Whether a statement failed for a reason that lies with the server, not with the statement. */
  boolean failed(Throwable failure) {
    return DatabaseFailure.lostAgainstAnother(failure)
        ? replica || !shared
        : replica
            && failure instanceof PgException refused
            && (isConflict(refused) || refused.getSqlState().matches(OF_THE_SERVER));
  }

  /** Whether a replica ended it because what it read was to change under it. */
  static boolean isConflict(Throwable failure) {
    if (failure instanceof CompositeException several) {
      return several.getCauses().stream().anyMatch(Site::isConflict);
    }
    return failure instanceof PgException refused
        && (NOT_SERIALIZABLE.equals(refused.getSqlState())
            || CANCELED.equals(refused.getSqlState())
                && refused.getErrorMessage().contains(CONFLICT));
  }
}

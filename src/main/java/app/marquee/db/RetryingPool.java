package app.marquee.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.function.Function;

/**
 * A pool whose transactions are repeated as a whole when they lost against another one, which on
 * engines that share their work out is no rare thing.
 *
 * <p>What is done in a transaction may therefore be done again: what must be done once belongs
 * after it. After {@value #TIMES} repetitions the last failure is the caller's.
 */
public final class RetryingPool extends Pool {
  private static final int TIMES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final double JITTER = 0.5;

  public RetryingPool(io.vertx.sqlclient.Pool pool) {
    super(pool);
  }

  @Override
  public <T> Uni<T> withTransaction(Function<SqlConnection, Uni<T>> work) {
    return repeated(Uni.createFrom().deferred(() -> super.withTransaction(work)));
  }

  /** The work, again from its beginning while it loses against others. */
  public static <T> Uni<T> repeated(Uni<T> work) {
    return work.onFailure(DatabaseFailure::lostAgainstAnother)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .withJitter(JITTER)
        .atMost(TIMES);
  }
}

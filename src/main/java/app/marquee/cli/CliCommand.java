package app.marquee.cli;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Callable;

/**
 * A command of the CLI: its options, and what it does once the application has started, ending with
 * an {@link ExitStatus}. Whoever brings one names it in {@code META-INF/services}.
 *
 * <p>Its words are read before that, on an instance outside the container: so beans come in by
 * fields, and only {@link #call} may use them.
 */
public interface CliCommand extends Callable<Integer> {
  @Override
  Integer call();

  /** Whether the database is migrated first, as a service does; not by what only looks. */
  default boolean migrates() {
    return true;
  }

  /** Whether it goes on where others refuse to start, since it tells what is wrong. */
  default boolean examines() {
    return false;
  }

  /** Told why the application could not start, in one line; {@link #call} does not come then. */
  default void refused(String line) {
    System.err.println("marquee: " + line);
  }

  /** Waits as long as it takes: whoever gave the command may end it. Errors: those of the work. */
  static <T> T await(Uni<T> work) {
    return work.subscribeAsCompletionStage().join();
  }
}

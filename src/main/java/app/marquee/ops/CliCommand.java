package app.marquee.ops;

import java.util.concurrent.Callable;

/**
 * A command of the CLI: its options, and what it does once the application has started, ending with
 * an {@link ExitStatus}.
 *
 * <p>Its words are read before that, on an instance outside the container: so beans come in by
 * fields, and only {@link #call} may use them. {@link MarqueeCommand} lists the commands.
 */
interface CliCommand extends Callable<Integer> {
  @Override
  Integer call();
}

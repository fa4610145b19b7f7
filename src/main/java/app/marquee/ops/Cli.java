package app.marquee.ops;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.db.DatabaseFailure;
import java.io.PrintWriter;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The words after the jar, read before anything starts. */
public final class Cli {
  private Cli() {}

  /** What the words ask for. */
  public sealed interface Asked {
    record Serve() implements Asked {}

    /**
     * A command, to be carried out by {@link CommandRun} in the started application.
     *
     * @param command itself, its words read; its beans are not there yet
     */
    record Run(CliCommand command) implements Asked {}

    /** All has been said: help, the version, or what is wrong with the words. */
    record Told(int status) implements Asked {}
  }

  /** Help goes to the standard output, complaints to the error output. */
  public static Asked read(String... words) {
    return read(commandLine(CommandLine.defaultFactory()), words);
  }

  static Asked read(CommandLine line, String... words) {
    try {
      ParseResult parsed = line.parseArgs(words);
      Integer told = CommandLine.executeHelpRequest(parsed);
      if (told != null) {
        return new Asked.Told(told);
      }
      return parsed.hasSubcommand()
              && parsed.subcommand().commandSpec().userObject() instanceof CliCommand command
          ? new Asked.Run(command)
          : new Asked.Serve();
    } catch (ParameterException e) {
      return new Asked.Told(complain(e, words));
    }
  }

  static CommandLine commandLine(IFactory factory) {
    CommandLine line = new CommandLine(MarqueeCommand.class, factory);
    ServiceLoader.load(CliCommand.class).stream()
        .forEach(command -> line.addSubcommand(new CommandLine(command.type(), factory)));
    return line.setParameterExceptionHandler(Cli::complain).setExecutionExceptionHandler(Cli::fail);
  }

  private static int complain(ParameterException e, String[] words) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("marquee: " + e.getMessage());
    err.print("Usage: " + command.getHelp().synopsis("Usage: ".length()));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE;
  }

  private static int fail(Exception failure, CommandLine command, ParseResult parsed) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (DatabaseFailure.is(cause)) {
      command.getErr().println("marquee: the database failed: " + cause.getMessage());
    } else {
      Logger.getLogger(Cli.class).error("The command failed", cause);
    }
    return ExitStatus.FAILED;
  }
}

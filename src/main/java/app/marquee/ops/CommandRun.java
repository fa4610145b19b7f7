package app.marquee.ops;

import app.marquee.cli.CliCommand;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** One command of the CLI, carried out in the started application, which ends with it. */
@Singleton
public final class CommandRun implements QuarkusApplication, IFactory {
  private final Instance<CliCommand> commands;

  CommandRun(@Any Instance<CliCommand> commands) {
    this.commands = commands;
  }

  @Override
  public int run(String... words) {
    return Cli.commandLine(this).execute(words);
  }

  /** The same, its report and its complaints written elsewhere. */
  int run(PrintWriter out, PrintWriter err, String... words) {
    return Cli.commandLine(this).setOut(out).setErr(err).execute(words);
  }

  /** Commands are beans; what else picocli needs it makes itself. */
  @Override
  public <K> K create(Class<K> type) throws Exception {
    return CliCommand.class.isAssignableFrom(type)
        ? type.cast(commands.select(type.asSubclass(CliCommand.class)).get())
        : CommandLine.defaultFactory().create(type);
  }
}

package app.marquee;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.db.StartRefused;
import app.marquee.ops.Cli;
import app.marquee.ops.CommandRun;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Starts the database, then on it the service, or one command of the CLI. */
@QuarkusMain
public final class Marquee {
  private static final int FAILED = 1;
  private static final int REFUSED = 2;
  private static final String PROFILE = "quarkus.profile";
  private static final String MIGRATE = "quarkus.flyway.migrate-at-start";
  private static final String EXAMINES = "marquee.doctor.examines";
  private static final String COMMAND_PROFILE = "command";

  Marquee() {}

  public static void main(String... arguments) {
    Cli.Asked asked = Cli.read(arguments);
    if (asked instanceof Cli.Asked.Told told) {
      System.exit(told.status());
    } else if (asked instanceof Cli.Asked.Run command) {
      run(command.command(), arguments);
    } else {
      serve(arguments);
    }
  }

  private static void serve(String... arguments) {
    Consumer<String> told = line -> System.err.println("marquee: " + line);
    ServingDatabase database = open(ServingDatabase::open, told);
    SessionKey.warnIfPassing();
    Quarkus.run(null, (status, failure) -> end(database, status, failure, FAILED, told), arguments);
  }

  private static void run(CliCommand command, String... arguments) {
    System.setProperty(PROFILE, givenProfile() + "," + COMMAND_PROFILE);
    if (!command.migrates()) {
      System.setProperty(MIGRATE, "false");
    }
    if (command.examines()) {
      System.setProperty(EXAMINES, "true");
    }
    ServingDatabase database = open(ServingDatabase::openBeside, command::refused);
    Quarkus.run(
        CommandRun.class,
        (status, failure) -> end(database, status, failure, ExitStatus.FAILED, command::refused),
        arguments);
  }

  private static String givenProfile() {
    String given = System.getProperty(PROFILE, System.getenv("QUARKUS_PROFILE"));
    return given == null ? LaunchMode.current().getDefaultProfile() : given;
  }

  private static ServingDatabase open(Supplier<ServingDatabase> how, Consumer<String> told) {
    try {
      LogFormat.apply();
      Tracing.apply();
      return how.get();
    } catch (StartRefused e) {
      System.exit(statusOf(e, FAILED, told));
      throw e;
    }
  }

  // In dev mode this is the end of one reload, not of the process.
  private static void end(
      ServingDatabase database, int status, Throwable failure, int failed, Consumer<String> told) {
    int last = failure == null ? status : statusOf(failure, failed, told);
    if (LaunchMode.current().isDev()) {
      database.close();
    } else {
      database.applicationStopped();
      System.exit(last);
    }
  }

  // With a handler of our own, Quarkus leaves the telling to it.
  private static int statusOf(Throwable failure, int failed, Consumer<String> told) {
    return new StartFailure(failure)
        .line()
        .map(
            line -> {
              told.accept(line);
              return REFUSED;
            })
        .orElseGet(
            () -> {
              Logger.getLogger(Marquee.class).error("The start failed", failure);
              return failed;
            });
  }
}

package app.marquee;

import app.marquee.db.StartRefused;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;

/** Starts the database, then the service on it. */
@QuarkusMain
public final class Marquee {
  private static final int FAILED = 1;
  private static final int REFUSED = 2;

  Marquee() {}

  public static void main(String... arguments) {
    ServingDatabase database = open();
    Quarkus.run(null, (status, failure) -> end(database, status, failure), arguments);
  }

  private static ServingDatabase open() {
    try {
      return ServingDatabase.open();
    } catch (StartRefused e) {
      System.exit(statusOf(e));
      throw e;
    }
  }

  // In dev mode this is the end of one reload, not of the process.
  private static void end(ServingDatabase database, int status, Throwable failure) {
    int last = failure == null ? status : statusOf(failure);
    if (LaunchMode.current().isDev()) {
      database.close();
    } else {
      database.applicationStopped();
      System.exit(last);
    }
  }

  // With a handler of our own, Quarkus leaves the telling to it.
  private static int statusOf(Throwable failure) {
    return new StartFailure(failure)
        .line()
        .map(
            line -> {
              System.err.println("marquee: " + line);
              return REFUSED;
            })
        .orElseGet(
            () -> {
              Logger.getLogger(Marquee.class).error("The service does not start", failure);
              return FAILED;
            });
  }
}

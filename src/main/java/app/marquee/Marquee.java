package app.marquee;

import app.marquee.db.StartRefused;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the database, then the service on it. */
@QuarkusMain
public final class Marquee {
  private static final int REFUSED = 2;

  Marquee() {}

  public static void main(String... arguments) {
    ServingDatabase database = open();
    Quarkus.run(null, (status, failure) -> end(database, status), arguments);
  }

  private static ServingDatabase open() {
    try {
      return ServingDatabase.open();
    } catch (StartRefused e) {
      System.err.println("marquee: " + e.getMessage());
      System.exit(REFUSED);
      throw e;
    }
  }

  // In dev mode this is the end of one reload, not of the process.
  private static void end(ServingDatabase database, int status) {
    if (LaunchMode.current().isDev()) {
      database.close();
    } else {
      database.applicationStopped();
      System.exit(status);
    }
  }
}

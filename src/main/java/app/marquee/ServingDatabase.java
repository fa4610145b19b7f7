package app.marquee;

import app.marquee.db.DatabaseProfile;
import app.marquee.db.DatabaseUrl;
import app.marquee.db.EmbeddedPostgres;
import app.marquee.db.ExternalPostgres;
import app.marquee.db.LaunchSetting;
import app.marquee.db.RunningPostgres;
import app.marquee.db.StartRefused;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The database of one run of the application: an external one as configured, else the embedded one,
 * which stops after the application and before the process.
 */
final class ServingDatabase {
  // Longer than the application takes to end its work (quarkus.shutdown.timeout).
  private static final long APPLICATION_STOP_SECONDS = 25;
  private static final String DEFAULT_FOLDER = "data";
  private static final String EMBEDDED = "marquee.database.embedded";

  private final Optional<EmbeddedPostgres> embedded;
  private final CountDownLatch applicationStopped = new CountDownLatch(1);
  private final Thread atExit = new Thread(this::stopAfterApplication, "stop-postgres");

  private ServingDatabase(Optional<EmbeddedPostgres> embedded) {
    this.embedded = embedded;
  }

  /** Ready for connections, its address in the system properties Quarkus reads. */
  static ServingDatabase open() {
    Optional<DatabaseUrl> external = LaunchSetting.DATABASE_URL.value().map(ExternalPostgres::at);
    ReplicaSetting.check(external);
    if (external.isPresent()) {
      configure(external.get());
      SessionKey.ofTheOperator();
      return new ServingDatabase(Optional.empty());
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder());
    try {
      configure(postgres.url());
      SessionKey.keptAs(postgres.sessionKey());
    } catch (StartRefused e) {
      postgres.close();
      throw e;
    }
    System.setProperty(EMBEDDED, "true");
    ServingDatabase database = new ServingDatabase(Optional.of(postgres));
    Runtime.getRuntime().addShutdownHook(database.atExit);
    return database;
  }

  /**
   * The same for a command: the database of a service that runs already, which goes on afterwards.
   */
  static ServingDatabase openBeside() {
    Optional<DatabaseUrl> running =
        LaunchSetting.DATABASE_URL.value().isPresent()
            ? Optional.empty()
            : RunningPostgres.in(folder());
    if (running.isEmpty()) {
      ServingDatabase own = open();
      // A command that a signal ends has nothing to finish: what it has written is committed.
      own.applicationStopped();
      return own;
    }
    configure(running.get());
    SessionKey.ofThisProcess();
    System.setProperty(EMBEDDED, "true");
    return new ServingDatabase(Optional.empty());
  }

  /** The application has ended and the process will, too: it stops the server on its way out. */
  void applicationStopped() {
    applicationStopped.countDown();
  }

  /** The application has ended, the process goes on and may start it again. */
  void close() {
    applicationStopped();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
      embedded.ifPresent(EmbeddedPostgres::close);
    } catch (IllegalStateException exiting) {
      // The process ends after all, and the hook is at work already.
    }
  }

  // At a SIGTERM this runs while the application is still stopping, and the process ends with it.
  private void stopAfterApplication() {
    try {
      applicationStopped.await(APPLICATION_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    embedded.ifPresent(EmbeddedPostgres::close);
  }

  private static Path folder() {
    return Path.of(LaunchSetting.DATA.value().orElse(DEFAULT_FOLDER));
  }

  private static void configure(DatabaseUrl url) {
    DatabaseProfile.configured().settings(url).forEach(System::setProperty);
  }
}

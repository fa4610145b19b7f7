package app.marquee;

import app.marquee.db.DatabaseProfile;
import app.marquee.db.DatabaseUrl;
import app.marquee.db.LaunchSetting;
import app.marquee.db.StartRefused;
import java.util.Optional;

/** What is said of a replica, against what is said of the database it follows. */
final class ReplicaSetting {
  private static final String NAME = LaunchSetting.REPLICA_URL.environmentName();

  private ReplicaSetting() {}

  /**
   * Errors: {@link StartRefused} where no replica can be as it is said.
   *
   * @param database the external one; empty for the service's own
   */
  static void check(Optional<DatabaseUrl> database) {
    LaunchSetting.REPLICA_URL
        .value()
        .flatMap(text -> complaint(text, database, DatabaseProfile.configured()))
        .ifPresent(
            line -> {
              throw new StartRefused(NAME + " " + line);
            });
  }

  static Optional<String> complaint(
      String text, Optional<DatabaseUrl> database, DatabaseProfile profile) {
    if (database.isEmpty()) {
      return Optional.of(
          "needs "
              + LaunchSetting.DATABASE_URL.environmentName()
              + ": the embedded database has no replica");
    }
    if (profile == DatabaseProfile.DISTRIBUTED) {
      return Optional.of(
          "is for the profiles postgres and pooler: a distributed database spreads its reads itself");
    }
    try {
      DatabaseUrl replica = DatabaseUrl.parse(text);
      return replica.withPassword().equals(database.get().withPassword())
          ? Optional.of("is the address of the database itself")
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.of(malformed.getMessage());
    }
  }
}

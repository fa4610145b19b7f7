package app.marquee;

import app.marquee.db.LaunchSetting;
import app.marquee.db.StartRefused;
import java.security.SecureRandom;
import java.util.Base64;

/** By what Quarkus encrypts the cookies of sessions, set where Quarkus reads it. */
final class SessionKey {
  private static final String PROPERTY = "quarkus.http.auth.session.encryption-key";
  private static final int SHORTEST = 16;
  private static final int BYTES = 32;

  private SessionKey() {}

  /** The operator's, if there is one, else the one that is kept. */
  static void keptAs(String key) {
    set(LaunchSetting.SESSION_KEY.value().orElse(key));
  }

  /** The operator's, if there is one, else one that ends with this process. */
  static void ofTheOperator() {
    LaunchSetting.SESSION_KEY.value().ifPresentOrElse(SessionKey::set, SessionKey::ofThisProcess);
  }

  /** Tells whoever starts a service beside an external database that it keeps no sessions. */
  static void warnIfPassing() {
    if (LaunchSetting.DATABASE_URL.value().isPresent()
        && LaunchSetting.SESSION_KEY.value().isEmpty()) {
      System.err.printf(
          "marquee: %s is not set: log-ins end with this process, and other nodes do not know them%n",
          LaunchSetting.SESSION_KEY.environmentName());
    }
  }

  /** One that nobody else has: for a process that gives nobody a session to keep. */
  static void ofThisProcess() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    set(Base64.getEncoder().encodeToString(key));
  }

  private static void set(String key) {
    if (key.length() < SHORTEST) {
      throw new StartRefused(
          LaunchSetting.SESSION_KEY.environmentName()
              + " must have "
              + SHORTEST
              + " characters or more");
    }
    System.setProperty(PROPERTY, key);
  }
}

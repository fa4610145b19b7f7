package app.marquee.db;

import java.util.Locale;
import java.util.Optional;

/**
 * What is read before the application's own configuration exists, from a system property or the
 * environment only: {@code marquee.database.url} or {@code MARQUEE_DATABASE_URL}.
 */
public enum LaunchSetting {
  /** Folder of the embedded database; {@code ./data} unless set. */
  DATA("marquee.data"),
  /** An external database instead of the embedded one; the form is {@link DatabaseUrl}'s. */
  DATABASE_URL("marquee.database.url"),
  /** What the way to that database can be relied on for; a {@link DatabaseProfile}. */
  DATABASE_PROFILE("marquee.database.profile"),
  /** A streaming replica of that database, in the same form. */
  REPLICA_URL("marquee.replica.url"),
  /**
   * By what sessions are encrypted, 16 characters or more, the same on all nodes; with the embedded
   * database one is made and kept.
   */
  SESSION_KEY("marquee.session.key"),
  /** {@code json} for an object per line of the log; {@code text} unless set. */
  LOG("marquee.log"),
  /**
   * Where spans are sent, OTLP over HTTP, such as {@code http://127.0.0.1:4318}; none unless set.
   */
  TRACES("marquee.traces"),
  /** The port it listens on; {@code 8080} unless set, {@code 0} for any that is free. */
  PORT("marquee.port"),
  /** The address it listens on; {@code 0.0.0.0}, which is all of them, unless set. */
  HOST("marquee.host");

  private final String key;

  LaunchSetting(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public String environmentName() {
    return key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  public Optional<String> value() {
    String value = System.getProperty(key, System.getenv(environmentName()));
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}

package app.marquee.db;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the way to the database, and the engine behind it, can be relied on for. All nodes of a
 * database have the same one.
 */
public enum DatabaseProfile {
  /** PostgreSQL, reached directly. */
  POSTGRES,
  /**
   * PostgreSQL behind a pooler in transaction mode: nothing outlives a transaction, so this node
   * listens to no announcements and prepares no statement by name.
   */
  POOLER,
  /**
   * An engine that speaks PostgreSQL and shares its work out: beyond what {@link #POOLER} leaves
   * out, nothing is announced, no lock is passed over, no snapshot is exported, no advisory lock is
   * taken, and a transaction that lost against another is repeated.
   */
  DISTRIBUTED;

  /**
   * The operator's choice; {@link #POSTGRES} unless made. Errors: {@link StartRefused} when there
   * is no such profile.
   */
  public static DatabaseProfile configured() {
    return LaunchSetting.DATABASE_PROFILE.value().map(DatabaseProfile::named).orElse(POSTGRES);
  }

  private static DatabaseProfile named(String word) {
    return Arrays.stream(values())
        .filter(profile -> profile.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new StartRefused(
                    LaunchSetting.DATABASE_PROFILE.environmentName()
                        + " must be postgres, pooler or distributed"));
  }

  /** As the configuration says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a connection stays the same between transactions. */
  public boolean keepsSessions() {
    return this == POSTGRES;
  }

  /** Whether publishes are announced by NOTIFY. */
  public boolean notifies() {
    return this != DISTRIBUTED;
  }

  /** Whether several connections can read one snapshot. */
  public boolean exportsSnapshots() {
    return this != DISTRIBUTED;
  }

  /** Whether SKIP LOCKED and advisory locks mean what they mean in PostgreSQL. */
  public boolean locksAsPostgres() {
    return this != DISTRIBUTED;
  }

  /** Whether a transaction that lost against another one is to be repeated. */
  public boolean repeats() {
    return this == DISTRIBUTED;
  }

  /** What Quarkus must know of the database before it opens a connection. */
  public Map<String, String> settings(DatabaseUrl url) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("marquee.database.profile", word());
    settings.put("quarkus.datasource.jdbc.url", url.jdbcUrl());
    settings.put("quarkus.datasource.reactive.url", url.reactiveUrl());
    settings.put("quarkus.datasource.username", url.user());
    settings.put("quarkus.datasource.password", url.password());
    if (!keepsSessions()) {
      // Migrations.
      settings.put("quarkus.datasource.jdbc.additional-jdbc-properties.prepareThreshold", "0");
      settings.put("quarkus.datasource.reactive.cache-prepared-statements", "false");
      settings.put("quarkus.datasource.reactive.postgresql.use-layer7-proxy", "true");
    }
    return settings;
  }
}

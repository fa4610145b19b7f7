package app.marquee.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** A PostgreSQL that somebody else runs, looked at before the application starts on it. */
public final class ExternalPostgres {
  private static final int OLDEST = 15;
  private static final String CONNECT_SECONDS = "10";

  private ExternalPostgres() {}

  /**
   * The address in {@code text}, of a database that answers. Errors: {@link StartRefused} when it
   * is no address, nobody answers, or the server is older than PostgreSQL 15.
   */
  public static DatabaseUrl at(String text) {
    DatabaseUrl url = parse(text);
    try (Connection connection = connect(url)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new StartRefused(
            "%s is PostgreSQL %d; Marquee needs %d or newer".formatted(url, version, OLDEST));
      }
      return url;
    } catch (SQLException e) {
      throw new StartRefused(url + " does not answer: " + oneLine(e.getMessage()), e);
    }
  }

  private static DatabaseUrl parse(String text) {
    try {
      return DatabaseUrl.parse(text);
    } catch (IllegalArgumentException e) {
      throw new StartRefused(
          LaunchSetting.DATABASE_URL.environmentName() + ": " + e.getMessage(), e);
    }
  }

  // The driver itself: DriverManager looks for drivers once, in whatever class loader asks first.
  private static Connection connect(DatabaseUrl url) throws SQLException {
    Properties account = new Properties();
    account.setProperty("user", url.user());
    account.setProperty("password", url.password());
    account.setProperty("loginTimeout", CONNECT_SECONDS);
    return new Driver().connect(url.jdbcUrl(), account);
  }

  private static String oneLine(String message) {
    return message.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
  }
}

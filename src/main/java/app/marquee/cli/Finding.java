package app.marquee.cli;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What an examination found.
 *
 * @param level {@code ok}, {@code warn} or {@code fail}
 * @param name of what was looked at
 * @param text how it is and, unless it is well, what to do
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Finding(Level level, String name, String text) {

  /** In growing order of alarm. */
  public enum Level {
    ok,
    warn,
    fail
  }

  public static Finding ok(String name, String text) {
    return new Finding(Level.ok, name, text);
  }

  public static Finding warn(String name, String text) {
    return new Finding(Level.warn, name, text);
  }

  public static Finding fail(String name, String text) {
    return new Finding(Level.fail, name, text);
  }
}

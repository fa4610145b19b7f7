package app.marquee;

import app.marquee.db.LaunchSetting;
import app.marquee.db.StartRefused;

/** How the log is written, set where Quarkus reads it. */
final class LogFormat {
  private LogFormat() {}

  /**
   * Lines of text, unless {@code MARQUEE_LOG=json} asks for an object per line, with an event for
   * every build. Errors: {@link StartRefused} for another word.
   */
  static void apply() {
    switch (LaunchSetting.LOG.value().orElse("text")) {
      case "text" -> {}
      case "json" -> {
        System.setProperty("quarkus.log.console.json.enabled", "true");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.category.\"app.marquee.views.build\".level", "INFO");
      }
      default ->
          throw new StartRefused(LaunchSetting.LOG.environmentName() + " must be json or text");
    }
  }
}

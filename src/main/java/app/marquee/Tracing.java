package app.marquee;

import app.marquee.db.LaunchSetting;
import app.marquee.db.StartRefused;
import java.net.URI;

/** Whether spans are made and where they go, set where Quarkus reads it. */
final class Tracing {
  private static final String PREFIX = "quarkus.otel.";

  private Tracing() {}

  /**
   * None, unless {@code MARQUEE_TRACES} names a receiver of OTLP over HTTP, such as {@code
   * http://127.0.0.1:4318}. Errors: {@link StartRefused} when that is no address.
   */
  static void apply() {
    LaunchSetting.TRACES
        .value()
        .ifPresent(
            receiver -> {
              check(receiver);
              System.setProperty(PREFIX + "sdk.disabled", "false");
              System.setProperty(PREFIX + "exporter.otlp.endpoint", receiver);
              System.setProperty(PREFIX + "exporter.otlp.protocol", "http/protobuf");
            });
  }

  private static void check(String receiver) {
    if (!receiver.matches("https?://\\S+") || URI.create(receiver).getHost() == null) {
      throw new StartRefused(
          LaunchSetting.TRACES.environmentName() + " must have the form http://host:4318");
    }
  }
}

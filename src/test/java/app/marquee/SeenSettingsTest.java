package app.marquee;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.marquee.db.LaunchSetting;
import app.marquee.db.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of log and traces that make no sense are refused in one line. */
class SeenSettingsTest {

  @AfterEach
  void forget() {
    System.clearProperty(LaunchSetting.LOG.key());
    System.clearProperty(LaunchSetting.TRACES.key());
  }

  @Test
  void aFormatOfTheLogThatThereIsNot() {
    System.setProperty(LaunchSetting.LOG.key(), "xml");

    assertThatThrownBy(LogFormat::apply)
        .isInstanceOf(StartRefused.class)
        .hasMessage("MARQUEE_LOG must be json or text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "collector:4318", "http://", "ftp://collector", "http://a b"})
  void aReceiverOfSpansThatIsNoAddress(String receiver) {
    System.setProperty(LaunchSetting.TRACES.key(), receiver);

    assertThatThrownBy(Tracing::apply)
        .isInstanceOf(StartRefused.class)
        .hasMessage("MARQUEE_TRACES must have the form http://host:4318");
  }
}

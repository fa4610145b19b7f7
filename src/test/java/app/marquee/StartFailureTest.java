package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.StartRefused;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
  @Test
  void aRefusalIsToldWhereverItLies() {
    Throwable wrapped = new RuntimeException("observer", new StartRefused("set X", cause()));

    assertThat(new StartFailure(wrapped).line()).contains("set X");
  }

  @Test
  void aPortInUseNamesTheSettingThatMovesIt() {
    Throwable taken = new QuarkusBindException("0.0.0.0", 8080, new BindException());

    assertThat(new StartFailure(taken).line())
        .contains(
            "port 8080 of 0.0.0.0 is in use; stop who has it, or name another in MARQUEE_PORT");
  }

  @Test
  void aBadValueIsToldInOneLine() {
    assertThat(new StartFailure(new ConfigurationException("bad:\n  marquee.clock")).line())
        .contains("bad: marquee.clock");
  }

  @Test
  void anythingElseNeedsItsStackTrace() {
    assertThat(new StartFailure(new IllegalStateException("bug", cause())).line()).isEmpty();
  }

  private static Throwable cause() {
    return new IllegalArgumentException("cause");
  }
}

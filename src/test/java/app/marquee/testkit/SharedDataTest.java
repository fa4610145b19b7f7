package app.marquee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class SharedDataTest {
  @TempDir Path root;

  @Test
  void absentDataSkipsTheTestNamingThePath() {
    assertThatThrownBy(() -> SharedData.path(root, "parks", false))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining(root.resolve("parks").toString());
  }

  @Test
  void absentDataFailsTheTestWhereItIsRequired() {
    assertThatThrownBy(() -> SharedData.path(root, "parks", true))
        .isInstanceOf(AssertionFailedError.class);
  }

  @Test
  void presentDataIsGivenAsAnAbsolutePath() {
    assertThat(SharedData.path(root, ".", true)).isEqualTo(root).isAbsolute();
  }
}

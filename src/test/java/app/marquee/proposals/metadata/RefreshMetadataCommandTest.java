package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshMetadataCommandTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, " + ExitStatus.OK,
    "3, 0, " + ExitStatus.OK,
    "3, 2, " + ExitStatus.PARTIAL,
    "3, 3, " + ExitStatus.FAILED
  })
  void theExitCodeTellsWhetherSomeOrAllFailed(int selected, int failed, int status) {
    RefreshReport report = new RefreshReport(selected, 0, 0, 0, failed, 0, 1, List.of());
    assertThat(RefreshMetadataCommand.status(report)).isEqualTo(status);
  }
}

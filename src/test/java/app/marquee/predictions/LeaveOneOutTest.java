package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeaveOneOutTest {
  private static final GridPoint RATINGS = new GridPoint(List.of(20, 0, 0, 0, 0));
  private static final GridPoint AWARDS = new GridPoint(List.of(0, 20, 0, 0, 0));
  private static final GridPoint HALF = new GridPoint(List.of(10, 10, 0, 0, 0));

  @Test
  void whatADecadeSaysItselfDoesNotCountForIt() {
    LeaveOneOut table =
        new LeaveOneOut(Map.of(RATINGS, new int[] {9, 1, 1}, AWARDS, new int[] {0, 3, 3}));

    assertThat(table.best(List.of(RATINGS, AWARDS), 0)).isEqualTo(AWARDS);
    assertThat(table.best(List.of(RATINGS, AWARDS), 1)).isEqualTo(RATINGS);
    assertThat(table.best(List.of(RATINGS, AWARDS), LeaveOneOut.NONE)).isEqualTo(RATINGS);
    assertThat(table.found(AWARDS, 0)).isEqualTo(6);
  }

  @Test
  void amongTiesTheMiddleOneIsChosenAndThenTheFirst() {
    LeaveOneOut table =
        new LeaveOneOut(
            Map.of(RATINGS, new int[] {2, 2}, AWARDS, new int[] {1, 3}, HALF, new int[] {3, 1}));

    assertThat(table.best(List.of(RATINGS, AWARDS, HALF), LeaveOneOut.NONE)).isEqualTo(HALF);
    assertThat(table.best(List.of(RATINGS, AWARDS), LeaveOneOut.NONE)).isEqualTo(AWARDS);
    assertThat(table.best(List.of(AWARDS, RATINGS), LeaveOneOut.NONE)).isEqualTo(AWARDS);
  }
}

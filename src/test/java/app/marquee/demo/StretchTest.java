package app.marquee.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StretchTest {
  private static final Slot NOW = Slot.at(Instant.parse("2026-08-22T12:03:00Z"));
  private final DemoPark park = DemoCatalogue.parks().get(0);

  @Test
  void anEmptyHistoryLacksEveryWholeDayAndToday() {
    Stretch missed = Stretch.missed(park, Optional.empty(), NOW, 62).orElseThrow();
    assertThat(missed.from()).isEqualTo(park.startOf(LocalDate.of(2026, 6, 21)));
    assertThat(missed.until()).isEqualTo(NOW.plus(1));
  }

  @Test
  void aHistoryUpToNowLacksNothing() {
    assertThat(Stretch.missed(park, Optional.of(NOW), NOW, 62)).isEmpty();
  }

  @Test
  void aHistoryThatRunsAheadOfTheClockLacksNothing() {
    assertThat(Stretch.missed(park, Optional.of(NOW.plus(100)), NOW, 62)).isEmpty();
  }

  @Test
  void anInterruptedHistoryLacksWhatCameAfter() {
    Stretch missed = Stretch.missed(park, Optional.of(NOW.plus(-3)), NOW, 62).orElseThrow();
    assertThat(missed).isEqualTo(new Stretch(park, NOW.plus(-2), NOW.plus(1)));
  }

  @Test
  void aHistoryLeftLongAgoIsNotFilledFurtherBackThanAFirstOne() {
    assertThat(Stretch.missed(park, Optional.of(NOW.plus(-100_000)), NOW, 62))
        .isEqualTo(Stretch.missed(park, Optional.empty(), NOW, 62));
  }

  @Test
  void partsAreWholeOperatingDaysAndLeaveNothingOut() {
    Stretch missed = Stretch.missed(park, Optional.empty(), NOW, 62).orElseThrow();
    List<Stretch> parts = missed.split(20_000);
    assertThat(parts).hasSize(6).allMatch(part -> part.snapshots() <= 20_000);
    assertThat(parts.stream().mapToLong(Stretch::slots).sum()).isEqualTo(missed.slots());
    assertThat(parts.subList(1, parts.size()))
        .allMatch(part -> part.from().equals(park.startOf(park.dayOf(part.from()))));
  }

  @Test
  void aLongDayAtTheEndOfSummerTimeIsOnePart() {
    LocalDate last = LocalDate.of(2026, 10, 31);
    Stretch day = new Stretch(park, park.startOf(last), park.startOf(last.plusDays(1)));
    assertThat(day.slots()).isEqualTo(150);
    assertThat(day.split(1)).containsExactly(day);
  }

  @Test
  void whatIsToldIsWhatTheFeedSaysOfEverySlot() {
    Stretch stretch = new Stretch(park, NOW.plus(-200), NOW);
    assertThat(stretch.told())
        .hasSize(200 * 12)
        .allSatisfy(
            told ->
                assertThat(told.snapshot())
                    .isEqualTo(DemoFeed.at(told.park(), told.ride(), told.snapshot().slot())));
  }
}

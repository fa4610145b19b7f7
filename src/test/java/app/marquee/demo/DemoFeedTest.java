package app.marquee.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class DemoFeedTest {
  private static final List<DemoPark> PARKS = DemoCatalogue.parks();
  private static final long FIRST_DAY = LocalDate.of(2020, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(2035, 1, 1).toEpochDay();

  /** A park, one of its rides and a slot. */
  record Question(DemoPark park, DemoRide ride, Slot slot) {
    DemoSnapshot answer() {
      return DemoFeed.at(park, ride, slot);
    }
  }

  @Provide
  Arbitrary<Question> questions() {
    Arbitrary<Long> slots = Arbitraries.longs().between(FIRST_DAY * 144, LAST_DAY * 144);
    return Combinators.combine(Arbitraries.of(PARKS), Arbitraries.integers().between(0, 11), slots)
        .as((park, ride, slot) -> new Question(park, park.rides().get(ride), new Slot(slot)));
  }

  @Property
  void theSameQuestionHasTheSameAnswer(@ForAll("questions") Question asked) {
    DemoPark anew = DemoCatalogue.parks().get(PARKS.indexOf(asked.park()));
    DemoRide ride = anew.rides().get(asked.ride().position());
    assertThat(DemoFeed.at(anew, ride, asked.slot())).isEqualTo(asked.answer());
  }

  @Property
  void noRideOperatesOutsideItsParksHours(@ForAll("questions") Question asked) {
    DemoHours hours = asked.park().hours(asked.park().dayOf(asked.slot()));
    boolean inHours = !hours.opens().isAfter(asked.slot()) && hours.closes().isAfter(asked.slot());
    assertThat(inHours || !asked.answer().open()).isTrue();
    assertThat(inHours || !"DOWN".equals(asked.answer().status())).isTrue();
  }

  @Property
  void aWaitIsNeverNegativeAndOnlyThereWhileOperating(@ForAll("questions") Question asked) {
    DemoSnapshot answer = asked.answer();
    if (answer.waitMinutes() != null) {
      assertThat(answer.waitMinutes()).isBetween(0, 200).matches(wait -> wait % 5 == 0);
      assertThat(answer.open()).isTrue();
    }
    assertThat(answer.open() && asked.ride().hasQueue()).isEqualTo(answer.waitMinutes() != null);
  }

  @Property
  void aFeedSpeaksInItsOwnWords(@ForAll("questions") Question asked) {
    DemoSnapshot answer = asked.answer();
    switch (asked.park().feed()) {
      case FLAGS_ONLY -> assertThat(answer.status()).isNull();
      case SAYS_CLOSED -> assertThat(answer.status()).isIn("OPERATING", "CLOSED", "REFURBISHMENT");
      case STATES_DOWN ->
          assertThat(answer.status()).isIn("OPERATING", "DOWN", "CLOSED", "REFURBISHMENT");
    }
    if (answer.status() != null) {
      assertThat(answer.open()).isEqualTo(answer.status().equals("OPERATING"));
    }
  }

  @Property(tries = 200)
  void everyParkHasAnOutageInAnySevenDays(
      @ForAll("parks") DemoPark park, @ForAll @LongRange(min = 18_262, max = 23_741) long first) {
    assertThat(LongStream.range(first, first + 7).anyMatch(day -> breaksDown(park, day))).isTrue();
  }

  @Provide
  Arbitrary<DemoPark> parks() {
    return Arbitraries.of(PARKS);
  }

  /** Not open between two slots of operation of one day: an outage by any feed's rule. */
  private static boolean breaksDown(DemoPark park, long day) {
    return park.rides().stream()
        .filter(DemoRide::hasQueue)
        .anyMatch(ride -> openings(park, ride, LocalDate.ofEpochDay(day)).matches("0*1+0+1.*"));
  }

  /** One digit per slot of the park's hours: whether the ride is told to be open. */
  private static String openings(DemoPark park, DemoRide ride, LocalDate day) {
    DemoHours hours = park.hours(day);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < hours.length(); i++) {
      digits.append(DemoFeed.at(park, ride, hours.opens().plus(i)).open() ? '1' : '0');
    }
    return digits.toString();
  }

  @Example
  void sixtyTwoDaysShowEveryKindOfTrouble() {
    List<String> days =
        PARKS.stream()
            .flatMap(park -> park.rides().stream().flatMap(ride -> daysOf(park, ride)))
            .toList();
    assertThat(days).as("hours long").anyMatch(day -> day.matches(".*10{12,}1.*"));
    assertThat(days).as("never reopens").anyMatch(day -> day.matches("1+0{6,}"));
    assertThat(days).as("opens late").anyMatch(day -> day.matches("0{3,14}1+.*"));
    assertThat(days).as("closed all day").anyMatch(day -> day.matches("0+"));
    assertThat(days.stream().filter(day -> day.matches("1+")).count())
        .as("most days have no trouble")
        .isGreaterThan(days.size() / 2);
  }

  private static Stream<String> daysOf(DemoPark park, DemoRide ride) {
    LocalDate last = LocalDate.of(2026, 8, 22);
    return last.minusDays(61)
        .datesUntil(last.plusDays(1))
        .filter(day -> !park.hours(day).isClosed())
        .map(day -> openings(park, ride, day));
  }

  @Example
  void anOutageCrossesMidnight() {
    long crossings =
        PARKS.stream()
            .flatMap(
                park ->
                    LocalDate.of(2026, 7, 1)
                        .datesUntil(LocalDate.of(2026, 9, 1))
                        .map(park::hours)
                        .filter(DemoHours::isPastMidnight)
                        .map(DemoHours::midnight)
                        .filter(midnight -> isDownAround(park, midnight)))
            .count();
    assertThat(crossings).isGreaterThan(5);
  }

  private static boolean isDownAround(DemoPark park, Slot midnight) {
    DemoRide ride = park.rides().get(1);
    return "DOWN".equals(DemoFeed.at(park, ride, midnight.plus(-1)).status())
        && "DOWN".equals(DemoFeed.at(park, ride, midnight).status());
  }

  @Example
  void refurbishmentsAreToldDayAndNight() {
    Slot noon = Slot.at(Instant.parse("2026-08-22T12:00:00Z"));
    long refurbished =
        PARKS.stream()
            .flatMap(park -> park.rides().stream().map(ride -> DemoFeed.at(park, ride, noon)))
            .filter(snapshot -> "REFURBISHMENT".equals(snapshot.status()))
            .count();
    assertThat(refurbished).isBetween(1L, 15L);
  }
}

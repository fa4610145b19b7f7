package app.marquee.parks;

import static app.marquee.parks.NastyWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.Golden;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.Key;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents of trends and awards over {@link NastyWorld}, and their agreement with the rankings.
 */
class GoldenTrendsSqlTest {
  /** A minute before the next operating day of any of its parks starts. */
  private static final String BEFORE_THE_TURN = "2026-11-02T02:59:00Z";

  /** When what was still young at noon is a whole day, and compared with the day before it. */
  private static final String A_DAY_LATER = "2026-11-02T20:05:00Z";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static ParksFixture parks;

  @BeforeAll
  static void tellTheWorld() {
    parks = NastyWorld.tell(database);
  }

  @Test
  void trendsOfTodayAreAsReviewed() {
    assertAsReviewed(TrendViews.views(), "today", NOW);
  }

  @Test
  void trendsOfYesterdayAreAsReviewed() {
    assertAsReviewed(TrendViews.views(), "yesterday", A_DAY_LATER);
  }

  @ParameterizedTest
  @CsvSource({"live", "today", "7days"})
  void awardsAreAsReviewed(String period) {
    assertAsReviewed(AwardViews.views(), period, NOW);
  }

  private static void assertAsReviewed(List<View> views, String period, String now) {
    for (View view : views) {
      Key key = view.key(period, ParkViews.ALL_PARKS);
      Golden.assertMatches("parks", key.toString(), document(view, key, now));
    }
  }

  @Test
  void withoutAnyParkThereAreNoDaysToCompare() {
    ParksFixture empty = new ParksFixture(database);
    Golden.assertMatches(
        "parks",
        "trends_parks-improving_7days_empty",
        empty.document(TrendViews.PARKS_IMPROVING, "7days", ParkViews.ALL_PARKS, NOW));
    parks = NastyWorld.tell(database);
  }

  static Stream<Key> awards() {
    return keys(AwardViews.views());
  }

  @ParameterizedTest
  @MethodSource("awards")
  void awardsAreTheFirstOfTheirRankingWithoutThoseWhoHaveNothing(Key key) {
    Agreement.ofAward(key, parks, NOW);
  }

  static Stream<Key> trends() {
    return keys(TrendViews.views());
  }

  @ParameterizedTest
  @MethodSource("trends")
  void trendsAreTheRankingsTrendsFromTheThresholdOn(Key key) {
    Agreement.ofTrend(key, parks, NOW);
  }

  static Stream<Key> daily() {
    return Stream.concat(
        trends(), awards().filter(key -> !view(AwardViews.views(), key).followsClock(key)));
  }

  @ParameterizedTest
  @MethodSource("daily")
  void timeAloneChangesNothingBeforeTheNextOperatingDay(Key key) {
    View view = view(Stream.of(TrendViews.views(), AwardViews.views()).flatMap(List::stream), key);
    assertThat(document(view, key, BEFORE_THE_TURN)).isEqualTo(document(view, key, NOW));
  }

  @Test
  void onlyLiveAwardsFollowTheClock() {
    assertThat(trends()).noneMatch(key -> view(TrendViews.views(), key).followsClock(key));
    assertThat(awards())
        .filteredOn(key -> view(AwardViews.views(), key).followsClock(key))
        .extracting(Key::period)
        .containsOnly(ParkViews.LIVE);
  }

  private static Stream<Key> keys(List<View> views) {
    return views.stream().flatMap(view -> view.keys().stream());
  }

  private static View view(List<View> views, Key key) {
    return view(views.stream(), key);
  }

  private static View view(Stream<View> views, Key key) {
    return views.filter(view -> view.name().equals(key.view())).findFirst().orElseThrow();
  }

  private static JsonNode document(View view, Key key, String now) {
    return parks.document(view, key.period(), key.filter(), now);
  }
}

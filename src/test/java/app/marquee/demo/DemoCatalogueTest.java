package app.marquee.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCatalogueTest {
  private final List<DemoPark> parks = DemoCatalogue.parks();

  @Test
  void thereAreEightParksOfTwelveRides() {
    assertThat(parks).hasSize(8).allSatisfy(park -> assertThat(park.rides()).hasSize(12));
  }

  @Test
  void everyParkAndOperatorSaysThatItIsADemo() {
    assertThat(parks)
        .allSatisfy(
            park -> {
              assertThat(park.facts().get("name")).endsWith("(demo)");
              assertThat(park.facts().get("operator")).startsWith("Demo ");
              assertThat(park.key()).startsWith("demo-");
            });
  }

  @Test
  void bothOperatorsHaveAParkInTwoDistantZones() {
    assertThat(zonesOf("is_disney")).contains("America/Los_Angeles", "Asia/Tokyo");
    assertThat(zonesOf("is_universal")).contains("America/Los_Angeles", "Asia/Tokyo");
  }

  private Stream<String> zonesOf(String flag) {
    return parks.stream()
        .filter(park -> park.facts().get(flag).equals("true"))
        .map(park -> park.zone().getId());
  }

  @Test
  void everyKindOfFeedIsThere() {
    assertThat(parks).extracting(DemoPark::feed).contains(FeedStyle.values());
  }

  @Test
  void everyParkHasRidesOfAllTiersAndAShow() {
    assertThat(parks)
        .allSatisfy(
            park ->
                assertThat(park.rides())
                    .extracting(ride -> ride.facts().get("tier"))
                    .contains("1", "2", "3", ""))
        .allSatisfy(
            park ->
                assertThat(park.rides())
                    .extracting(ride -> ride.facts().get("category"))
                    .contains("ATTRACTION", "SHOW"));
  }

  @Test
  void rideKeysAreUniqueInTheirPark() {
    assertThat(parks)
        .allSatisfy(
            park -> assertThat(park.rides()).extracting(DemoRide::key).doesNotHaveDuplicates());
  }
}

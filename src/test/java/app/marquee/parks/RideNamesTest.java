package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RideNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Space Mountain Coaster, 1, ATTRACTION",
    "Tower of Terror, 1, ATTRACTION",
    "Kiddie Coaster, 1, ATTRACTION",
    "Kiddie Train, 3, ATTRACTION",
    "Prince Charming Carousel, 3, ATTRACTION",
    "Classic Merrygoround, 3, ATTRACTION",
    "Main Street Theater, 3, SHOW",
    "Casey Jr. Playground, 3, EXPERIENCE",
    "Haunted Mansion Ride, 2, ATTRACTION",
    "Kilimanjaro Safaris, 2, ATTRACTION",
    "Meet Mickey Mouse, 3, MEET_AND_GREET",
    "Frozen Sing-Along Show, 3, SHOW",
    "Gorilla Falls Exploration Trail, 3, EXPERIENCE"
  })
  void nameTellsTierAndCategory(String name, Integer tier, Category category) {
    assertThat(RideNames.tier(name)).isEqualTo(tier);
    assertThat(RideNames.category(name)).isEqualTo(category);
  }

  @Test
  void otherNamesTellNothing() {
    assertThat(RideNames.tier("Random Attraction XYZ")).isNull();
    assertThat(RideNames.tier("Spacecraft")).isNull();
  }
}

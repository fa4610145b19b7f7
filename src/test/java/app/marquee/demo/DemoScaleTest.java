package app.marquee.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoScaleTest {
  private final List<DemoPark> catalogue = DemoCatalogue.parks();

  @Test
  void atItsOwnSizeTheCatalogueIsUnchanged() {
    assertThat(DemoScale.of(catalogue, 8, 96)).isEqualTo(catalogue);
  }

  @Test
  void aLargerCatalogueSharesItsRidesEvenly() {
    List<DemoPark> parks = DemoScale.of(catalogue, 33, 1_563);
    assertThat(parks).hasSize(33).extracting(DemoPark::key).doesNotHaveDuplicates();
    assertThat(parks).extracting(park -> park.rides().size()).containsOnly(47, 48);
    assertThat(parks.stream().mapToInt(park -> park.rides().size()).sum()).isEqualTo(1_563);
  }

  @Test
  void copiesAreNumberedAndStillLabelled() {
    DemoPark copy = DemoScale.of(catalogue, 9, 9 * 13).get(8);
    assertThat(copy.facts().get("name")).isEqualTo("Larkspur Kingdom 2 (demo)");
    assertThat(copy.key()).isEqualTo("demo-larkspur-kingdom-2");
    assertThat(copy.rides().get(12).facts())
        .containsEntry("name", "Starling Express 2")
        .containsEntry("source_key", "demo-starling-express-2")
        .containsEntry("park_key", "demo-larkspur-kingdom-2");
  }

  @Test
  void copiesTellTheirOwnStories() {
    DemoPark first = catalogue.get(0);
    DemoPark copy = DemoScale.of(catalogue, 9, 108).get(8);
    Slot noon = first.hours(java.time.LocalDate.of(2026, 8, 20)).opens().plus(24);
    assertThat(waits(first, noon)).isNotEqualTo(waits(copy, noon));
  }

  private static List<DemoSnapshot> waits(DemoPark park, Slot slot) {
    return park.rides().stream().map(ride -> DemoFeed.at(park, ride, slot)).toList();
  }
}
